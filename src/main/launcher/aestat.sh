#!/bin/sh
# Starts aestat. The jar follows this script in the same file; Java reads a zip from its end.
set -f

too_old() {
    echo "aestat needs Java 17 or newer; $1 is Java $2." >&2
    exit 1
}

find_java() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then
        java=$JAVA_HOME/bin/java
    elif java=$(command -v java) && [ -n "$java" ]; then
        :
    else
        echo "aestat needs Java 17 or newer: no java on the PATH, and JAVA_HOME names none." >&2
        exit 1
    fi
    # Most Java folders state their version in a file; reading it costs no process.
    release=${java%/bin/java}/release
    if [ ! -r "$release" ] && real=$(readlink -f -- "$java" 2>/dev/null); then
        release=${real%/bin/java}/release
    fi
    version=
    if [ "$release" != "$java/release" ] && [ -r "$release" ]; then
        while IFS='="' read -r key _ version _; do
            [ "$key" = JAVA_VERSION ] || continue
            case $version in
                1.*) too_old "$java" "$version" ;;
                9* | 1[0-6] | 1[0-6].*) too_old "$java" "$version" ;;
            esac
            break
        done <"$release"
    fi
}

# This file itself: the name the system started it by, whether path or symbolic link.
find_self() {
    self=$0
    [ -f "$self" ] || self=$(command -v -- "$0") || {
        echo "aestat cannot find its own file: start it by its path." >&2
        exit 1
    }
    case $self in
        -*) self=./$self ;;
    esac
}

# Small inputs want a quick start; from 16 MiB on, speed. Compressed files grow about eightfold.
is_small() {
    total=0
    for argument in "$@"; do
        case $argument in
            -) argument=/dev/stdin ;;
            -*) continue ;;
        esac
        [ -e "$argument" ] || continue
        if [ ! -f "$argument" ]; then
            [ -d "$argument" ] && continue
            return 1 # a pipe: nobody knows
        fi
        read -r _ _ _ _ size _ <<LISTING
$(ls -dnL -- "$argument" 2>/dev/null)
LISTING
        case $size in
            '' | *[!0-9]*) continue ;;
        esac
        case $argument in
            *.gz) size=$((size * 8)) ;;
        esac
        total=$((total + size))
        [ "$total" -lt 16777216 ] || return 1
    done
    return 0
}

# Whether Linux gives memory in large pages to who asks for them; where it does not, Java would print a warning.
has_large_pages() {
    [ -r /sys/kernel/mm/transparent_hugepage/enabled ] || return 1
    read -r pages </sys/kernel/mm/transparent_hugepage/enabled
    case $pages in
        *'[never]'*) return 1 ;;
    esac
}

# An archive of loaded classes for this file and this Java, whole as its name says.
find_archive() {
    archive=
    [ -n "${version:-}" ] || return 0
    case "${AESTAT_JAVA_OPTS:-} ${JAVA_TOOL_OPTIONS:-} ${JDK_JAVA_OPTIONS:-}" in
        *-Xshare* | *Archive* | *SharedClass* | *AOT*) return 0 ;; # the caller has chosen
    esac
    case $version in
        1[7-9]* | 2[0-4]*) suffix=jsa ;;
        *) suffix=aot ;;
    esac
    set +f
    for candidate in "${self%/*}/aestat"-*-"$version"-*."$suffix" \
        "${XDG_CACHE_HOME:-${HOME:-/nowhere}/.cache}/aestat/aestat"-*-"$version"-*."$suffix"; do
        [ -r "$candidate" ] || continue
        sizes=${candidate##*/aestat-}
        whole=${sizes##*-}
        read -r _ _ _ _ size _ <<LISTING
$(ls -dnL -- "$candidate" 2>/dev/null)
LISTING
        [ "$size.$suffix" = "$whole" ] || continue
        read -r _ _ _ _ size _ <<LISTING
$(ls -dnL -- "$self" 2>/dev/null)
LISTING
        [ "$size" = "${sizes%%-*}" ] || continue
        case $suffix in
            jsa) archive=-XX:SharedArchiveFile=$candidate ;;
            aot) archive=-XX:AOTCache=$candidate ;;
        esac
        break
    done
    set -f
}

find_java
find_self
find_archive

flags='-XX:-UsePerfData -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8'
# No option is of a type that these are for.
flags="$flags -Dpicocli.disable.closures=true -Dpicocli.converters.excludes=java.(sql|time).*"
case " ${AESTAT_JAVA_OPTS:-} " in
    *" -XX:+Use"*"GC "*) ;; # the caller has chosen
    *)
        if is_small "$@"; then
            flags="$flags -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
        else
            # Half of a run on a million sessions is compiling; smaller pieces compile sooner and run as fast.
            flags="$flags -XX:+UseParallelGC -XX:InlineSmallCode=500 -XX:FreqInlineSize=100 -XX:MaxInlineLevel=6"
            flags="$flags -XX:LoopUnrollLimit=0 -XX:LoopOptsCount=8"
            has_large_pages && flags="$flags -XX:+UseTransparentHugePages"
        fi
        ;;
esac

# In a plain C locale Java cannot open a file whose name is not ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX)
        LC_ALL=C.UTF-8
        export LC_ALL
        ;;
esac

# shellcheck disable=SC2086 # options are words
exec "$java" ${archive:+"$archive"} ${archive:+-Xlog:disable} \
    $flags ${AESTAT_JAVA_OPTS:-} -jar "$self" "$@"
