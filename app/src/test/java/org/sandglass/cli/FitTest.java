package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LowRank;
import org.sandglass.specification.MixtureSpec;

/// The verb `fit`, and `{fit: …}` in mixture files.
class FitTest {
    private static final Path DATA =
            Path.of("..", "examples", "data").toAbsolutePath().normalize();
    private static final String PENGUINS = DATA.resolve("penguins.csv").toString();

    @TempDir
    private Path folder;

    @Test
    void penguinsAreThreeSpeciesByBic() throws IOException {
        Path report = folder.resolve("report.json");
        Ran ran = fit("p.yaml", "-k", "1..5", "--columns", "1..4", "--standardise", "--report", report + "");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines().filter(line -> line.startsWith("*   3"))).hasSize(1);
        assertThat(ran.out()).contains("342 rows x 4 columns", "* written: least BIC");
        GaussianMixture mixture = mixture("p.yaml");
        double[] weights = mixture.weights();
        Arrays.sort(weights);
        // The species' shares are 68, 123 and 151 of 342; bills tell two of them apart not quite.
        assertThat(weights).containsExactly(new double[] {68 / 342.0, 123 / 342.0, 151 / 342.0}, within(0.01));
        assertThat(report).content().contains("\"log-likelihoods\": [", "\"chosen\": 3", "\"converged\": true");
        assertThat(folder.resolve("p.yaml"))
                .content()
                .contains("title: ", "source: ", "columns: [bill_length_mm, bill_depth_mm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "diagonal", "isotropic", "tied", "low-rank:2"})
    void theVerbTheKeyAndAnyNumberOfThreadsGiveTheSameBits(String covariance) throws IOException {
        String[] words = {"-k", "3", "--columns", "1..4", "--covariance", covariance, "--seed", "7"};
        assertThat(fit("one.json", join(words, "--threads", "1")).err()).isEmpty();
        assertThat(fit("two.json", join(words, "--threads", "3")).err()).isEmpty();
        assertThat(folder.resolve("two.json")).hasSameTextualContentAs(folder.resolve("one.json"));
        MixtureSpec spec = MixtureSpec.argument(
                "--mixture",
                "{fit: {data: " + PENGUINS + ", columns: 1..4, components: 3, covariance: '" + covariance
                        + "', seed: 7}}");
        GaussianMixture direct = spec.resolve().only("test");
        GaussianMixture read = mixture("one.json");
        assertThat(read.means()).isEqualTo(direct.means());
        if (direct.covariance(0) instanceof LowRank) {
            assertThat(read.covariances()).isEqualTo(direct.covariances());
        }
        assertThat(spec.toDocument().toString())
                .contains("prior={strength=1.0, scale=0.1}", "start=kmeans++", "trials=4", "lloyd=10", "restarts=3")
                .contains("tolerance=1.0E-6", "iterations=500", "held-out=0.0", "seed=7", "standardise=false");
    }

    @Test
    void aFitByLabelsHasAComponentPerSpecies() throws IOException {
        Ran ran = fit("s.yaml", "--by", "species");
        assertThat(ran.err()).isEmpty();
        GaussianMixture mixture = mixture("s.yaml");
        assertThat(mixture.weights())
                .containsExactly(new double[] {151 / 342.0, 68 / 342.0, 123 / 342.0}, within(1e-15));
        assertThat(folder.resolve("s.yaml")).content().contains("Adelie, Chinstrap, Gentoo", "prior off");
        GaussianMixture key = MixtureSpec.argument("--mixture", "{fit: {data: " + PENGUINS + ", by: species}}")
                .resolve()
                .only("test");
        assertThat(mixture.means()).isEqualTo(key.means());
    }

    @Test
    void anEmFitMayStartFromLabelsOrFromAMixture() throws IOException {
        assertThat(fit("labels.yaml", "--start", "labels:species").err()).isEmpty();
        assertThat(fit("species.yaml", "--by", "species").err()).isEmpty();
        Ran ran = fit("mixture.yaml", "--columns", "1..4", "--start", folder.resolve("species.yaml") + "");
        assertThat(ran.err()).isEmpty();
        assertThat(mixture("mixture.yaml").means().row(2))
                .containsExactly(mixture("labels.yaml").means().row(2), within(0.5));
    }

    @Test
    void heldOutRowsChooseWhereTheyAreAskedFor() throws IOException {
        Ran ran = fit("h.yaml", "-k", "1..3", "--columns", "1..4", "--held-out", "0.25");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("held-out/row", "* written: best held-out mean");
        assertThat(fit("quiet.yaml", "-k", "2", "--columns", "1..4", "--quiet").out())
                .isEmpty();
    }

    @Test
    void withoutAnOutputTheMixtureIsPrintedAlone() {
        Ran ran = Ran.of("fit", PENGUINS, "--columns", "1..2", "-k", "2");
        assertThat(ran.out()).startsWith("{").contains("\"means\"").endsWith("}\n");
    }

    @Test
    void numbersInArraysCanBeLabels() throws IOException {
        Path csv = folder.resolve("x.csv");
        Files.writeString(csv, "1,0.5,3\n1,0.25,4\n2,5,1\n2,6,2\n2,5.5,4\n1,1,9\n");
        Ran ran = Ran.of("fit", csv + "", "--by", "0", "--columns", "1..2", "-o", folder.resolve("x.yaml") + "");
        assertThat(ran.err()).isEmpty();
        assertThat(mixture("x.yaml").k()).isEqualTo(2);
    }

    private Ran fit(String file, String... more) {
        return Ran.of(join(new String[] {"fit", PENGUINS, "-o", folder.resolve(file) + ""}, more));
    }

    private GaussianMixture mixture(String file) {
        return MixtureSpec.argument("--mixture", folder.resolve(file) + "")
                .resolve()
                .only("test");
    }

    private static String[] join(String[] head, String... tail) {
        List<String> all = new ArrayList<>(List.of(head));
        all.addAll(List.of(tail));
        return all.toArray(String[]::new);
    }
}
