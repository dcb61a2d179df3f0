package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.Format;
import org.sandglass.format.Selection;

/// `sandglass sample`: the same rows however they are asked for, in every format.
class DataSetsTest {
    private static final double[] NONE = {};
    private static final long FAR = 1_000_000_000_000L;

    @TempDir
    private Path folder;

    /// Rows `[0, 40)` and `[17, 40)` of each of the three splits, near the start and at 10¹².
    @ParameterizedTest
    @CsvSource({"nine, .npz", "two-modes, .npy", "gmm40-fab, .csv", "symmetric-11, .parquet", "twenty-five, .json"})
    void theFirstRowsDoNotDependOnHowManyAreDrawnNorOnTheFormat(String target, String suffix) throws IOException {
        List<double[]> all = new ArrayList<>();
        for (String split : List.of("train", "val", "test")) {
            for (long offset : new long[] {0, FAR}) {
                String[] law = {"--mixture", target, "--split", split, "--seed", "5"};
                double[] whole =
                        sample("whole.npz", join(law, "-n", "2100", "--offset", offset + "", "--threads", "2"));
                double[] some = sample("some" + suffix, join(law, "-n", "40", "--offset", offset + ""));
                assertThat(some).isEqualTo(Arrays.copyOf(whole, some.length)).hasSize(40 * (whole.length / 2100));
                double[] late =
                        sample("late" + suffix, join(law, "-n", "23", "--offset", offset + 17 + "", "--threads", "3"));
                assertThat(late).isEqualTo(Arrays.copyOfRange(some, some.length / 40 * 17, some.length));
                assertThat(all).as("other splits and offsets").noneMatch(one -> Arrays.equals(one, some));
                all.add(some);
            }
        }
    }

    /// Chunks grow smaller with what stands beside the points: of 64 dimensions and their Hessians they
    /// hold 256 rows, of the points alone 16 384.
    @Test
    void rowsDoNotDependOnTheSizeOfChunks() throws IOException {
        String wide = "{means: [" + "[" + "0,".repeat(63) + "0]], std: 1}";
        double[] alone = sample("alone.npz", "--mixture", wide, "-n", "600", "--offset", FAR + "");
        double[] beside =
                sample("beside.npz", "--mixture", wide, "-n", "600", "--offset", FAR + "", "--with", "hessian,score");
        assertThat(beside).isEqualTo(alone);
    }

    @ParameterizedTest
    @ValueSource(strings = {".npz", ".csv", ".parquet", ".json"})
    void componentsAreIntegersAndThoseOfTheRows(String suffix) throws IOException {
        String apart = "{weights: [1, 2, 3], means: [[0], [1000], [2000]], std: 1}";
        for (String stream : List.of("own", "boltzkit")) {
            Path file = folder.resolve(stream + suffix);
            Ran ran = Ran.of(
                    "sample",
                    "--mixture",
                    apart,
                    "-n",
                    "300",
                    "--stream",
                    stream,
                    "--split",
                    "val",
                    "--with",
                    "log-density,component,score",
                    "--offset",
                    "77",
                    "-o",
                    file + "");
            assertThat(ran.err()).isEmpty();
            double[] x = array(file, "x", "x0");
            double[] component = array(file, "component", "component");
            assertThat(array(file, "score", "score0")).hasSize(300);
            for (int i = 0; i < 300; i++) {
                assertThat(component[i]).isEqualTo((double) Math.round(x[i] / 1000));
            }
        }
    }

    @Test
    void theComponentOfANoisedRowOfABatchIsThatOfItsData() throws IOException {
        String batch = "{means: [[[0], [1000]], [[5000], [9000]]], std: 1}";
        String[] words = {"--mixture", batch, "-n", "50", "--with", "component"};
        sample("still.npz", words);
        sample("noised.npz", join(words, "--process", "flow", "--time", "0.5,0.9"));
        double[] still = array(folder.resolve("still.npz"), "component", "");
        double[] noised = array(folder.resolve("noised.npz"), "component", "");
        assertThat(Arrays.copyOf(noised, 100)).isEqualTo(still);
        assertThat(Arrays.copyOfRange(noised, 100, 200)).isEqualTo(still);
    }

    /// The first two rows of `load_dataset("val", …)` and of `sample(5, seed=42)` of boltzkit's demo
    /// mixture and of its forty modes, which its own run gave (`boltzkit_dataset.json`,
    /// `boltzkit_gmm40.json` in `core`).
    @Test
    void boltzkitsStreamIsBoltzkits() throws IOException {
        String demo = "{weights: [0.4, 0.4, 0.2], means: [[-2, -2], [2, 2], [2, -2]],"
                + " stds: [[0.8, 0.8], [0.5, 0.9], [2, 0.6]]}";
        String[] words = {"--mixture", demo, "--stream", "boltzkit", "--split", "val", "-n", "2"};
        assertThat(sample("val.npy", words))
                .containsExactly(-2.0482163578271866, -2.375326466560364, 2.128289833664894, 2.2403487265110016);
        assertThat(sample("later.npy", join(words, "--offset", "1"))).startsWith(2.128289833664894, 2.2403487265110016);
        String[] whole = {"--mixture", demo, "--stream", "boltzkit", "-n"};
        assertThat(Arrays.copyOf(sample("ten.npy", join(whole, "10")), 4))
                .as("without a split the rows depend on -n")
                .isNotEqualTo(Arrays.copyOf(sample("five.npy", join(whole, "5")), 4));
    }

    /// In units of L a density is that of x/L, so ln p gains D ln L: boltzkit's `scale_domain` forgets it,
    /// and what it leaves is no longer normalised.
    @Test
    void unitsOfEnergyAndLengthKeepTogether() throws IOException {
        String[] words = {"--mixture", "nine", "-n", "20", "--with", "log-density,energy,force,score,divergence"};
        sample("plain.npz", words);
        sample("scaled.npz", join(words, "--kt", "2.5", "--length-scale", "4"));
        Path plain = folder.resolve("plain.npz");
        Path scaled = folder.resolve("scaled.npz");
        double shift = 2 * Math.log(4);
        double[] log = array(plain, "log-density", "");
        for (int i = 0; i < 20; i++) {
            assertThat(array(scaled, "x", "")[i]).isEqualTo(array(plain, "x", "")[i] / 4);
            assertThat(array(plain, "energy", "")[i]).isEqualTo(-log[i]);
            assertThat(array(scaled, "log-density", "")[i]).isCloseTo(log[i] + shift, within(1e-14));
            assertThat(array(scaled, "energy", "")[i]).isCloseTo(-2.5 * (log[i] + shift), within(1e-13));
            assertThat(array(scaled, "divergence", "")[i]).isEqualTo(16 * array(plain, "divergence", "")[i]);
        }
        for (int i = 0; i < 40; i++) {
            double score = array(plain, "score", "")[i];
            assertThat(array(plain, "force", "")[i]).isEqualTo(score);
            assertThat(array(scaled, "score", "")[i]).isEqualTo(4 * score);
            assertThat(array(scaled, "force", "")[i]).isEqualTo(10 * score);
        }
    }

    /// The mixture in units of L is a mixture file: means and standard deviations over L, and a process of
    /// noise over L.
    @Test
    void evalInUnitsOfALengthIsEvalOfTheMixtureInThoseUnits() throws IOException {
        Path points = Files.writeString(folder.resolve("y.csv"), "0.5,0.25\n-1,1\n");
        String quantities = "log-density,energy,score,force,responsibilities,hessian,divergence,denoised,noise,"
                + "velocity,denoised-covariance";
        eval(
                "scaled.npz",
                "{means: [[-2, 0], [2, 1]], std: 0.5}",
                "{type: ve, sigma-max: 2}",
                points,
                quantities,
                "--length-scale",
                "4");
        eval(
                "direct.npz",
                "{means: [[-0.5, 0], [0.5, 0.25]], std: 0.125}",
                "{type: ve, sigma-min: 0.0025, sigma-max: 0.5}",
                points,
                quantities);
        for (String name : quantities.split(",")) {
            assertThat(array(folder.resolve("scaled.npz"), name, ""))
                    .as(name)
                    .containsExactly(array(folder.resolve("direct.npz"), name, ""), within(1e-12));
        }
    }

    private void eval(String file, String mixture, String process, Path points, String quantities, String... more) {
        Ran ran = Ran.of(join(
                new String[] {
                    "eval",
                    "--mixture",
                    mixture,
                    "--process",
                    process,
                    "--time",
                    "0.5",
                    "--points",
                    points + "",
                    "--quantities",
                    quantities,
                    "-o",
                    folder.resolve(file) + ""
                },
                more));
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void chainsDependOnTheirNumberAloneAndTheirTrajectoryEndsWhereTheyDo() throws IOException {
        String[] words = {
            "--mixture",
            "nine",
            "--langevin",
            "unadjusted",
            "--step-size",
            "0.1",
            "--steps",
            "25",
            "--every",
            "10",
            "--start",
            "normal",
            "--with",
            "log-density"
        };
        double[] whole = sample("whole.npz", join(words, "-n", "1500", "--threads", "2"));
        double[] part = sample("part.npz", join(words, "-n", "60", "--offset", "1000", "--threads", "1"));
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 2000, 2120));
        Path file = folder.resolve("part.npz");
        assertThat(ArrayFiles.read(file, Selection.array("trajectory")).shape()).isEqualTo(List.of(60, 4, 2));
        double[] way = array(file, "trajectory", "");
        for (int i = 0; i < 60; i++) {
            assertThat(Arrays.copyOfRange(way, 8 * i + 6, 8 * i + 8))
                    .isEqualTo(Arrays.copyOfRange(part, 2 * i, 2 * i + 2));
        }
    }

    /// The chains of the first mixture of a batch are those of that mixture alone, from the same starts.
    @Test
    void chainsOfABatchAreChainsOfEachMixture() throws IOException {
        String[] chains = {
            "--langevin",
            "metropolis",
            "--step-size",
            "0.4",
            "--steps",
            "6",
            "--every",
            "3",
            "--quiet",
            "-n",
            "20",
            "--mixture"
        };
        double[] both = sample("both.npz", join(chains, "{means: [[[1], [3]], [[-5], [9]]], std: 1}"));
        double[] first = sample("first.npz", join(chains, "{means: [[1], [3]], std: 1}"));
        Path file = folder.resolve("both.npz");
        assertThat(ArrayFiles.read(file, Selection.array("trajectory")).shape()).isEqualTo(List.of(20, 2, 3, 1));
        double[] way = array(file, "trajectory", "");
        for (int i = 0; i < 20; i++) {
            assertThat(both[2 * i]).isEqualTo(first[i]);
            assertThat(way[6 * i + 2]).isEqualTo(both[2 * i]);
            assertThat(way[6 * i + 5]).isEqualTo(both[2 * i + 1]);
        }
    }

    /// Scaled by a power of two, all numbers of a chain keep their digits.
    @Test
    void chainsInUnitsOfALengthAreChainsOfTheMixtureInThoseUnits() throws IOException {
        String[] chains = {
            "--langevin", "middle", "--step-size", "0.002", "--steps", "9", "--start", "normal", "-n", "30"
        };
        double[] scaled = sample(
                "scaled.npz",
                join(
                        chains,
                        "--mixture",
                        "{means: [[-2, 0], [2, 1]], std: 0.5}",
                        "--length-scale",
                        "4",
                        "--every",
                        "9"));
        double[] direct =
                sample("direct.npz", join(chains, "--mixture", "{means: [[-0.5, 0], [0.5, 0.25]], std: 0.125}"));
        assertThat(scaled).containsExactly(direct, within(1e-12));
        double[] way = array(folder.resolve("scaled.npz"), "trajectory", "");
        assertThat(Arrays.copyOfRange(way, 2, 4)).isEqualTo(Arrays.copyOf(scaled, 2));
    }

    /// From a file of states, in two jobs; one of them by a table.
    @Test
    void chainsStartAtTheRowsOfAFile() throws IOException {
        double[] starts = sample("starts.csv", "--mixture", "nine", "-n", "300", "--seed", "9");
        String[] words = {
            "--mixture",
            "nine",
            "--langevin",
            "middle",
            "--step-size",
            "0.05",
            "--start",
            folder.resolve("starts.csv") + "",
            "--steps"
        };
        assertThat(sample("none.npz", join(words, "0", "-n", "300"))).isEqualTo(starts);
        double[] whole = sample("whole.npz", join(words, "12", "-n", "300"));
        double[] late = sample("late.npz", join(words, "12", "-n", "100", "--offset", "200"));
        assertThat(late).isEqualTo(Arrays.copyOfRange(whole, 400, 600));
        Ran tooFew = Ran.of(
                join(new String[] {"sample", "-o", folder.resolve("no.npz") + ""}, join(words, "3", "-n", "301")));
        assertThat(tooFew.code()).isEqualTo(2);
        assertThat(tooFew.complaint()).contains("starts.csv: has only 300 rows to start from");
        assertThat(folder.resolve("no.npz")).doesNotExist();
    }

    @Test
    void metropolisTellsItsAcceptance() throws IOException {
        Path file = folder.resolve("chains.npz");
        Ran ran = Ran.of(
                "sample",
                "--mixture",
                "two-modes",
                "-n",
                "500",
                "--langevin",
                "metropolis",
                "--step-size",
                "0.2",
                "--steps",
                "40",
                "--with",
                "acceptance",
                "--process",
                "flow",
                "--time",
                "0.3",
                "-o",
                file + "");
        assertThat(ran.code()).isZero();
        double mean = Arrays.stream(array(file, "acceptance", "")).average().orElseThrow();
        assertThat(ran.err())
                .isEqualTo(String.format(java.util.Locale.ROOT, "accepted %.2f%% of the steps%n", 100 * mean));
        assertThat(mean).isBetween(0.3, 0.99);
    }

    private double[] sample(String name, String... words) throws IOException {
        Path file = folder.resolve(name);
        Ran ran = Ran.of(join(new String[] {"sample", "-o", file + ""}, words));
        assertThat(ran.err()).isEmpty();
        return ran.code() == 0 ? ArrayFiles.read(file, Selection.usual()).data() : NONE;
    }

    /// An array, or where the file is a table, a column.
    private static double[] array(Path file, String name, String column) throws IOException {
        Format format = Format.of(file);
        boolean table = format != Format.NPZ && format != Format.JSON;
        return ArrayFiles.read(file, table ? Selection.columns(column) : Selection.array(name))
                .data();
    }

    private static String[] join(String[] head, String... tail) {
        return Stream.of(head, tail).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
