package org.aestat;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The layers, the fences around libraries, and what only {@link Aestat} may touch. */
class ArchitectureTest {

    private static final int LEAST_CLASSES = 60;

    private static final JavaClasses MAIN =
            new ClassFileImporter(Set.of(new ImportOption.DoNotIncludeTests())).importPackages("org.aestat");

    /** A package, and the packages that it may import besides itself. */
    static Stream<Arguments> layers() {
        return Stream.of(
                arguments("csv", Set.of("session")),
                arguments("session", Set.of()),
                arguments("pipeline", Set.of("csv", "session", "analysis", "result")),
                arguments("analysis", Set.of("session", "stat", "result")),
                arguments("stat", Set.of()),
                arguments("result", Set.of("session")),
                arguments("safety", Set.of("result", "stat")),
                arguments("publish", Set.of("result", "stat")),
                arguments("render", Set.of("result", "safety", "session", "publish")),
                arguments(
                        "cli",
                        Set.of(
                                "csv",
                                "session",
                                "pipeline",
                                "analysis",
                                "stat",
                                "result",
                                "safety",
                                "publish",
                                "render")));
    }

    /** A library's packages, and those of ours that may import them. */
    static Stream<Arguments> fences() {
        return Stream.of(
                arguments("picocli..", Set.of("cli")),
                arguments("de.siegmar.fastcsv..", Set.of("csv")),
                arguments("org.tomlj..", Set.of("csv", "cli")),
                arguments("org.apache.commons.csv..", Set.of("csv")),
                arguments("org.apache.commons.math3..", Set.of("stat")),
                arguments("org.apache.commons.statistics..", Set.of("stat")),
                arguments("com.fasterxml.jackson..", Set.of("render")),
                arguments("javax.xml..", Set.of("render")));
    }

    @Test
    void theScanFoundTheClasses() {
        assertThat(MAIN.size()).isGreaterThanOrEqualTo(LEAST_CLASSES);
    }

    @Test
    void thePackagesAreThoseOfTheTable() {
        Set<String> expected = new TreeSet<>(Set.of("org.aestat"));
        layers().forEach(layer -> expected.add("org.aestat." + layer.get()[0]));

        Set<String> found = new TreeSet<>();
        MAIN.forEach(type -> found.add(type.getPackageName()));

        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void importsOnly(String layer, Set<String> allowed) {
        String[] permitted = Stream.concat(Stream.of(layer), allowed.stream())
                .map(name -> "org.aestat." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("org.aestat." + layer + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.aestat..").and(resideOutsideOfPackages(permitted)))
                .check(MAIN);
    }

    @Test
    void mainImportsOnlyTheCommands() {
        noClasses()
                .that()
                .resideInAPackage("org.aestat")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.aestat..").and(resideOutsideOfPackages("org.aestat", "org.aestat.cli..")))
                .check(MAIN);
    }

    @Test
    void noPackageDependsOnItselfThroughOthers() {
        slices().matching("org.aestat.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("fences")
    void libraryStaysInside(String library, Set<String> owners) {
        String[] inside =
                owners.stream().map(owner -> "org.aestat." + owner + "..").toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(inside)
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(MAIN);
    }

    /** What shows a published result cannot know what was withheld. */
    @Test
    void whatShowsAPublishedResultSeesNoOther() {
        noClasses()
                .that()
                .haveNameMatching("org\\.aestat\\.render\\.Published.*")
                .or()
                .haveNameMatching("org\\.aestat\\.publish\\.Published.*")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.aestat\\.result\\.(?!RunSettings|Stratum\\b).*")
                .check(MAIN);
    }

    @Test
    void thereIsNoNetworkAndNoTemporaryCopy() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..")
                        .and(describe("no mere name", type -> !type.getName().equals("java.net.URI"))))
                .check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\..*(Socket|Datagram|Network|Multicast).*")
                .check(MAIN);
        noClasses()
                .should()
                .accessTargetWhere(describe(
                        "target makes a temporary file",
                        access -> access.getTarget().getFullName().contains(".createTemp")))
                .check(MAIN);
    }

    @Test
    void noOtherLibraryIsUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "org.aestat..",
                        "java..",
                        "javax.xml.stream..",
                        "org.jspecify.annotations..",
                        "picocli..",
                        "de.siegmar.fastcsv..",
                        "org.tomlj..",
                        "org.apache.commons.csv..",
                        "org.apache.commons.math3..",
                        "org.apache.commons.statistics..",
                        "com.fasterxml.jackson.core.."))
                .check(MAIN);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : MAIN) {
            JavaPackage home = type.getPackage();
            if (!home.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System.in",
                "java.lang.System.out",
                "java.lang.System.err",
                "java.lang.System.exit(",
                "java.lang.Runtime.exit(",
                "java.lang.Runtime.halt(",
                ".printStackTrace()"
            })
    void streamsAndExitBelongToMain(String target) {
        onlyInMain(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.System.currentTimeMillis(",
                "java.lang.System.nanoTime(",
                "java.time.Clock.",
                "java.time.Instant.now(",
                "java.time.LocalDate.now(",
                "java.time.LocalDateTime.now(",
                "java.time.LocalTime.now(",
                "java.time.OffsetDateTime.now(",
                "java.time.Year.now(",
                "java.time.YearMonth.now(",
                "java.time.ZonedDateTime.now(",
                "java.time.ZoneId.systemDefault(",
                "java.util.Calendar.getInstance(",
                "java.util.Date.<init>()",
                "java.util.TimeZone.getDefault("
            })
    void clockBelongsToMain(String target) {
        onlyInMain(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.PrintStream.format(java.lang.String, ",
                "java.io.PrintStream.printf(java.lang.String, ",
                "java.io.PrintWriter.format(java.lang.String, ",
                "java.io.PrintWriter.printf(java.lang.String, ",
                "java.lang.String.format(java.lang.String, ",
                "java.lang.String.formatted(",
                "java.lang.String.toLowerCase()",
                "java.lang.String.toUpperCase()",
                "java.text.DecimalFormat.<init>()",
                "java.text.DecimalFormat.<init>(java.lang.String)",
                "java.text.DecimalFormatSymbols.<init>()",
                "java.text.DecimalFormatSymbols.getInstance()",
                "java.text.NumberFormat.getInstance()",
                "java.text.NumberFormat.getIntegerInstance()",
                "java.text.NumberFormat.getNumberInstance()",
                "java.text.NumberFormat.getPercentInstance()",
                "java.text.SimpleDateFormat.<init>(java.lang.String)",
                "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
                "java.time.format.DateTimeFormatterBuilder.toFormatter()",
                "java.util.Formatter.<init>()",
                "java.util.Formatter.<init>(java.lang.Appendable)",
                "java.util.Locale.getDefault("
            })
    void localeIsNamed(String target) {
        onlyInMain(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.io.ByteArrayOutputStream.toString()",
                "java.io.FileReader.<init>(java.io.File)",
                "java.io.FileReader.<init>(java.lang.String)",
                "java.io.FileWriter.<init>(java.io.File)",
                "java.io.FileWriter.<init>(java.lang.String)",
                "java.io.InputStreamReader.<init>(java.io.InputStream)",
                "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
                "java.io.PrintStream.<init>(java.io.OutputStream)",
                "java.io.PrintStream.<init>(java.io.OutputStream, boolean)",
                "java.io.PrintWriter.<init>(java.io.OutputStream)",
                "java.io.PrintWriter.<init>(java.io.OutputStream, boolean)",
                "java.lang.String.<init>([B)",
                "java.lang.String.<init>([B, int, int)",
                "java.lang.String.getBytes()",
                "java.nio.charset.Charset.defaultCharset(",
                "java.util.Scanner.<init>(java.io.InputStream)"
            })
    void charsetIsNamed(String target) {
        onlyInMain(target);
    }

    /** Calls, field accesses and method references alike. */
    private static void onlyInMain(String target) {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.aestat.Aestat")
                .should()
                .accessTargetWhere(describe("target is " + target, access -> isTarget(access, target)))
                .check(MAIN);
    }

    private static boolean isTarget(JavaAccess<?> access, String target) {
        String name = access.getTarget().getFullName();
        if (!(access.getTarget() instanceof CodeUnitAccessTarget)) {
            return name.equals(target);
        }
        return target.startsWith(".") ? name.endsWith(target) : name.startsWith(target);
    }
}
