package org.sandglass.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;

/// The package table of `docs/architecture.md`, as far as it is about `app`, and what holds across all modules.
class AppArchitectureTest {
    private static final JavaClasses APP = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.sandglass");

    @Test
    void everyPackageStandsInTheTable() {
        classes()
                .should()
                .resideInAnyPackage("org.sandglass.cli..", "org.sandglass.lab..")
                .check(APP);
    }

    @Test
    void theCommandLineTouchesNeitherArraysNorTheirLoops() {
        noClasses().should().callMethod(Points.class, "data").check(APP);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.sandglass.arrayops..")
                .check(APP);
    }

    @Test
    void packagesHaveNoCyclesAcrossModules() {
        slices().matching("org.sandglass.(**)").should().beFreeOfCycles().check(ALL);
    }
}
