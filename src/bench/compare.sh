#!/bin/sh
# Times whole commands in turn and prints the median of each and its ratio to the first.
#   compare.sh RUNS NAME=COMMAND NAME=COMMAND...
set -eu
runs=$1
shift
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
i=0
while [ "$i" -lt "$runs" ]; do
    for pair in "$@"; do
        start=$(date +%s%N)
        sh -c "${pair#*=}" >/dev/null 2>&1 || { echo "failed: ${pair%%=*}" >&2; exit 1; }
        end=$(date +%s%N)
        echo $(((end - start) / 1000000)) >>"$results/${pair%%=*}"
    done
    i=$((i + 1))
done
first=
for pair in "$@"; do
    name=${pair%%=*}
    sort -n "$results/$name" >"$results/sorted"
    median=$(sed -n "$(((runs + 1) / 2))p" "$results/sorted")
    least=$(head -n 1 "$results/sorted")
    most=$(tail -n 1 "$results/sorted")
    first=${first:-$median}
    awk -v n="$name" -v m="$median" -v l="$least" -v h="$most" -v f="$first" \
        'BEGIN { printf "%-12s median %7.2f s  (%.2f to %.2f)  ratio %.2f\n", n, m / 1000, l / 1000, h / 1000, m / f }'
done
