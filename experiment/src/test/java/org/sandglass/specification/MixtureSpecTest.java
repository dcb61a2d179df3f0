package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.format.InputException;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// Mixtures as files.
class MixtureSpecTest {
    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> aFileThatIsWrittenAndReadAgainSaysTheSameBits() {
        return Stream.of(
                        "{weights: [0.1, 3e-300, 0], means: [[1e-3, 0.1], [-0.0, 1e22], [4.9e-324, .5]], std: 0.3}",
                        "{logits: [-.inf, \"-Infinity\", -1000.25], means: [[1], [2], [3]], stds: [1e-200, 2, 1e+200]}",
                        "{means: [[1, 2]], covariances: [[[2, 0.3], [0.3, 1]]], title: 'a: \"b\" #c', log-evidence: -1.5}",
                        "{means: [[1, 2]], factors: [[[0.1], [0.2]]], noise-stds: [0.7]}",
                        "{means: [[[1, 2]], [[3, 4]]], weights: [[1], [2]], std: 1, columns: [a, '12', 'true']}")
                .flatMap(yaml -> Stream.of("m.yaml", "m.json")
                        .map(name -> DynamicTest.dynamicTest(name + " " + yaml, () -> {
                            MixtureSpec given = MixtureSpec.argument("--mixture", yaml);
                            Path file = folder.resolve(name);
                            Files.writeString(file, DocumentWriter.text(given.toDocument(), file));
                            MixtureSpec read = MixtureSpec.argument("--mixture", file.toString());
                            assertThat(read.toDocument()).isEqualTo(given.toDocument());
                        })));
    }

    @Test
    void numbersFollowYaml12() {
        GaussianMixture mixture = only("{means: [[1e-3, .5, 0x10, +1.5E+3, 010]], std: 1}");
        assertThat(mixture.means().row(0)).containsExactly(1e-3, 0.5, 16, 1500, 10);
    }

    @Test
    void structuresAreKept() {
        assertThat(only("{means: [[1, 2]], factors: [[[0.1], [0.2]]], noise-stds: [0.7]}")
                        .covariance(0))
                .isInstanceOf(LowRank.class);
        assertThat(only("{means: [[1, 2]], covariances: [[[2, 0.3], [0.3, 1]]]}")
                        .covariance(0))
                .isInstanceOf(Spectral.class);
    }

    @Test
    void aBatchMayShareItsScaleAndItsWeights() {
        ResolvedMixture batch = MixtureSpec.argument(
                        "--mixture", "{weights: [1, 3], means: [[[0], [1]], [[2], [3]], [[4], [5]]], std: [1, 2, 3]}")
                .resolve();
        assertThat(batch.mixtures()).hasSize(3);
        assertThat(batch.mixtures().get(2).weights()).containsExactly(new double[] {0.25, 0.75}, within(1e-15));
        assertThat(batch.mixtures().get(1).covariance(0).trace()).isEqualTo(4);
    }

    @Test
    void aFitByLabelHasTheirSharesMeansAndCovariances() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "kind,x,y\na,0,0\nb,9,9\na,2,0\na,1,3\nb,9,8\nb,8,8\nb,9,9\n");
        Path file = folder.resolve("m.yaml");
        Files.writeString(file, "fit: {data: d.csv, columns: [x, y], by: kind}");
        GaussianMixture mixture = only(file.toString());
        assertThat(mixture.weights()).containsExactly(new double[] {3 / 7.0, 4 / 7.0}, within(1e-15));
        assertThat(mixture.means().row(0)).containsExactly(new double[] {1, 1}, within(1e-15));
        assertThat(mixture.covariance(0).matrix()).containsExactly(new double[] {2 / 3.0, 0, 0, 2}, within(1e-14));
    }

    @Test
    void everyDataPointIsAComponentOfAnEmpiricalMixture() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "1,2,3\n4,5,6\n");
        ResolvedMixture mixture = MixtureSpec.argument(
                        "--mixture", "{empirical: {data: " + folder.resolve("d.csv") + ", columns: 1..2}}")
                .resolve();
        assertThat(mixture.only("test").means().row(1)).containsExactly(5, 6);
        assertThat(mixture.hasPoints()).isTrue();
    }

    @Test
    void anExpandedAliasIsNotMistakenForText() {
        assertThat(only("{means: [&m [1, 2], *m], std: 1}").means().row(1)).containsExactly(1, 2);
        assertThatThrownBy(() -> only("{means: &m [*m], std: 1}")).isInstanceOf(InputException.class);
    }

    private static GaussianMixture only(String argument) {
        return MixtureSpec.argument("--mixture", argument).resolve().only("test");
    }
}
