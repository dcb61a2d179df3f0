package org.sandglass.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The package table of `docs/architecture.md`, as far as it is about `core`.
class CoreArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /// What each package names in the column "sees"; it also sees what those see.
    private static final Map<String, Set<String>> NAMED = Map.ofEntries(
            entry("arrayops", Set.of()),
            entry("random", Set.of("arrayops")),
            entry("linalg", Set.of("arrayops")),
            entry("mixture", Set.of("linalg", "arrayops", "random")),
            entry("schedule", Set.of()),
            entry("diffusion", Set.of("mixture", "schedule")),
            entry("denoiser", Set.of("diffusion")),
            entry("sampler", Set.of("denoiser")),
            entry("solver", Set.of("sampler")),
            entry("langevin", Set.of("sampler")),
            entry("particle", Set.of("linalg", "random")),
            entry("inverse", Set.of("sampler", "particle")),
            entry("steering", Set.of("sampler", "particle")),
            entry("replica", Set.of()),
            entry("target", Set.of("mixture", "random", "replica")),
            entry("fit", Set.of("mixture", "linalg", "arrayops", "random")),
            entry("transport", Set.of("linalg")),
            entry("histogram", Set.of("linalg")),
            entry("metric", Set.of("mixture", "transport", "histogram")),
            entry("flow", Set.of("solver", "metric")),
            entry("conformance", Set.of("solver", "metric")),
            entry("importance", Set.of("metric")),
            entry("divergence", Set.of("importance")));

    @TestFactory
    Stream<DynamicTest> aPackageSeesOnlyWhatTheTableSays() {
        return NAMED.keySet().stream().sorted().map(name -> DynamicTest.dynamicTest(name, () -> seesOnly(name)));
    }

    @Test
    void everyPackageStandsInTheTable() {
        classes()
                .that()
                .resideInAPackage("org.sandglass..")
                .should()
                .resideInAnyPackage(packages(NAMED.keySet()))
                .check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.sandglass.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void coreUsesOnlyItsOneLibrary() {
        classes()
                .that()
                .resideInAPackage("org.sandglass..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "org.sandglass..",
                        "java..",
                        "jdk.incubator.vector..",
                        "org.ejml..",
                        "org.jspecify.annotations.."))
                .check(CORE);
    }

    @Test
    void onlyArrayopsKnowsTheVectorModule() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.sandglass.arrayops..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(CORE);
    }

    private static void seesOnly(String name) {
        Set<String> seen = new TreeSet<>();
        addWithAllItSees(name, seen);
        classes()
                .that()
                .resideInAPackage("org.sandglass." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAnyPackage("org.sandglass..")).or(resideInAnyPackage(packages(seen))))
                .allowEmptyShould(true)
                .check(CORE);
    }

    private static void addWithAllItSees(String name, Set<String> seen) {
        if (seen.add(name)) {
            NAMED.getOrDefault(name, Set.of()).forEach(other -> addWithAllItSees(other, seen));
        }
    }

    private static String[] packages(Set<String> names) {
        return names.stream().map(name -> "org.sandglass." + name + "..").toArray(String[]::new);
    }
}
