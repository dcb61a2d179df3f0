package org.sandglass.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;

/// The package table of `docs/architecture.md`, as far as it is about `experiment`.
class ExperimentArchitectureTest {
    private static final JavaClasses EXPERIMENT = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /// All that core exports.
    private static final Set<String> CORE = Set.of(
            "random",
            "linalg",
            "mixture",
            "schedule",
            "diffusion",
            "denoiser",
            "sampler",
            "solver",
            "flow",
            "langevin",
            "particle",
            "inverse",
            "steering",
            "target",
            "fit",
            "metric",
            "conformance",
            "importance",
            "histogram",
            "divergence");

    /// The packages of this module that each one sees; those in [#ONLY_POINTS] see no more of core than
    /// `linalg`.
    private static final Map<String, Set<String>> SEES = Map.ofEntries(
            entry("format", Set.of()),
            entry("specification", Set.of("format")),
            entry("figure", Set.of("format")),
            entry("run", Set.of("format", "specification", "figure")),
            entry("compare", Set.of("format", "specification", "figure", "run")),
            entry("report", Set.of("format", "specification", "figure", "run", "compare")),
            entry("gallery", Set.of("format", "specification", "figure", "run", "report")));

    private static final Set<String> ONLY_POINTS = Set.of("format", "figure");

    @TestFactory
    Stream<DynamicTest> aPackageSeesOnlyWhatTheTableSays() {
        return SEES.keySet().stream()
                .sorted()
                .map(name -> DynamicTest.dynamicTest(name, () -> check(seesOnlyItsOwn(name))));
    }

    @Test
    void everyPackageStandsInTheTable() {
        check(classes().should().resideInAnyPackage(packages(SEES.keySet())));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.sandglass.(**)").should().beFreeOfCycles());
    }

    /// Only reading and writing needs the array itself: copying each row would double the cost of a file.
    @Test
    void theLiveArrayOfPointsIsTouchedByFormatAlone() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("org.sandglass.format..")
                .should()
                .callMethod(Points.class, "data"));
    }

    private static ArchRule seesOnlyItsOwn(String name) {
        Set<String> core = ONLY_POINTS.contains(name) ? Set.of("linalg") : CORE;
        return classes()
                .that()
                .resideInAPackage("org.sandglass." + name + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("org.sandglass.."))
                        .or(resideInAnyPackage(packages(Set.of(name))))
                        .or(resideInAnyPackage(packages(SEES.getOrDefault(name, Set.of()))))
                        .or(resideInAnyPackage(packages(core))));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(EXPERIMENT);
    }

    private static String[] packages(Set<String> names) {
        return names.stream().map(name -> "org.sandglass." + name + "..").toArray(String[]::new);
    }
}
