package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.target.Publication;
import org.sandglass.target.Targets;

/// `sandglass targets`.
class TargetsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theListNamesEveryTargetFamilyAndPublication() {
        Ran ran = Ran.of("targets");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains(Targets.names());
        assertThat(ran.out())
                .contains(Publication.FAB.reference(), "isotropic-uniform", "range: [-40, 40]", "student-t-mixture");
    }

    @Test
    void theListForProgramsIsJson() throws IOException {
        Path file = folder.resolve("list.json");
        assertThat(Ran.of("targets", "-o", file.toString()).code()).isZero();
        assertThat(Files.readString(file))
                .contains("\"name\": \"gmm40-fab\"", "\"precision\": \"float32\"", "\"families\"", "\"others\"")
                .isEqualTo(Ran.of("targets", "-o", "-").out());
    }

    @Test
    void theListIsNoMixtureFile() {
        Ran ran = Ran.of("targets", "-o", folder.resolve("list.yaml").toString());
        assertThat(ran.err()).contains("needs a name", "the list is written as .json");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aMemberOfAFamilyIsWrittenAsAMixtureFile() throws IOException {
        Path file = folder.resolve("fifty.yaml");
        Ran ran = Ran.of("targets", "{target: gmm40-fab, dimension: 50}", "-o", file.toString());
        assertThat(ran.err()).isEmpty();
        assertThat(Files.readString(file)).contains("title: ", "lollcat/fab-torch", "-0.2994728088378906");
        assertThat(Ran.of("sample", "--mixture", file.toString(), "-n", "2").out())
                .contains("\"x\"");
    }

    @Test
    void anInverseProblemIsWrittenInTwoFilesOrUsedByName() throws IOException {
        Path prior = folder.resolve("prior.yaml");
        Path seen = folder.resolve("seen.yaml");
        assertThat(Ran.of("targets", "mcgdiff-8-2", "-o", prior.toString()).code())
                .isZero();
        assertThat(Ran.of("targets", "mcgdiff-8-2", "--measurement", "-o", seen.toString())
                        .code())
                .isZero();
        Ran files = Ran.of("posterior", "--mixture", prior.toString(), "--measurement", seen.toString());
        Ran names = Ran.of("posterior", "--mixture", "mcgdiff-8-2", "--measurement", "{target: mcgdiff-8-2}");
        assertThat(files.err()).isEmpty();
        assertThat(files.out()).isEqualTo(names.out()).contains("log-evidence");
    }

    @Test
    void whatCannotBeWrittenIsToldInOneLine() {
        assertMistake("targets: \"gmm40\" names several published targets; say which: ", "targets", "gmm40");
        assertMistake(
                "--mixture: \"dds-toy-rings\" is no mixture of Gaussians: its density spreads along rings",
                "sample",
                "--mixture",
                "dds-toy-rings",
                "-n",
                "1");
        assertMistake(
                "--measurement: target nine is no inverse problem: it was published without a measurement",
                "targets",
                "nine",
                "--measurement");
        assertMistake(
                "gmm40-fab needs a finite std > 0, got 0.0", "targets", "{target: gmm40-fab, log-var-scaling: -200}");
        assertMistake("gmm40-jax needs finite means", "targets", "{target: gmm40-jax, location-scaling: 1e39}");
        assertMistake("--measurement needs the name of an inverse problem", "targets", "--measurement");
        assertMistake(
                "targets: unknown key \"dimensions\"; did you mean \"dimension\"?",
                "targets",
                "{target: grid, dimensions: 2}");
    }

    private static void assertMistake(String message, String... args) {
        Ran ran = Ran.of(args);
        assertThat(ran.complaint()).startsWith("sandglass: " + message);
        assertThat(ran.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
    }
}
