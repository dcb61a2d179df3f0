package org.sandglass.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.NumberArray;
import org.sandglass.format.Selection;

/// The verbs do what their table says.
class VerbsTest {
    @TempDir
    private Path folder;

    @Test
    void evalGivesTheLogDensityAndTheScoreOfAStandardNormal() throws IOException {
        Path points = write("x.csv", "x0,x1\n0,0\n3,-4\n");
        Path out = folder.resolve("out.npz");
        Ran ran = Ran.of("eval", "--mixture", "{means: [[0, 0]], std: 1}", "--points", points + "", "-o", out + "");
        assertThat(ran.err()).isEmpty();
        double[] log = read(out, "log-density").data();
        assertThat(log[0]).isCloseTo(-Math.log(2 * Math.PI), within(1e-15));
        assertThat(log[1]).isCloseTo(-Math.log(2 * Math.PI) - 12.5, within(1e-14));
        assertThat(read(out, "score").data()).containsExactly(new double[] {0, 0, -3, 4}, within(1e-15));
    }

    @Test
    void evalInSinglePrecisionIsNearDoubles() throws IOException {
        Path points = write("x.csv", "0.5,-1\n3,4\n-30,20\n");
        String[] law = {"eval", "--mixture", "gmm40-fab", "--process", "vp-linear", "--time", "0.1", "--points"};
        String[] quantities = {points + "", "--quantities", "log-density,score,denoised,noise,energy", "-o"};
        Path doubles = folder.resolve("doubles.npz");
        Path singles = folder.resolve("singles.npz");
        assertThat(Ran.of(join(join(law, quantities), doubles + "")).code()).isZero();
        Ran ran = Ran.of(join(join(law, quantities), singles + "", "--precision", "float32"));
        assertThat(ran.err()).isEmpty();
        for (String name : List.of("log-density", "score", "denoised", "noise", "energy")) {
            double[] expected = read(doubles, name).data();
            double[] actual = read(singles, name).data();
            assertThat(actual).as(name).isNotEqualTo(expected).containsExactly(expected, within(1e-3));
        }
    }

    @Test
    void evalPrintsStrictJsonWhereThereIsNoOutput() throws IOException {
        Path points = write("x.csv", "0\n1e200\n");
        Ran ran = Ran.of(
                "eval", "--mixture", "{means: [[0]], std: 1}", "--points", points + "", "--quantities", "energy");
        assertThat(ran.code()).isZero();
        assertThat(ran.out().replaceAll("\\s", "")).isEqualTo("{\"energy\":[0.9189385332046727,\"Infinity\"]}");
    }

    @Test
    void severalTimesGiveALeadingAxisAndTheirArray() throws IOException {
        Path points = write("x.csv", "0,1\n2,3\n4,5\n");
        Path out = folder.resolve("out.npz");
        Ran.of(
                "eval",
                "--mixture",
                "two-modes",
                "--process",
                "flow",
                "--time",
                "0,0.5,1",
                "--points",
                points + "",
                "--quantities",
                "velocity,denoised-covariance,responsibilities",
                "-o",
                out + "");
        assertThat(read(out, "velocity").shape()).isEqualTo(List.of(3, 3, 2));
        assertThat(read(out, "denoised-covariance").shape()).isEqualTo(List.of(3, 3, 2, 2));
        assertThat(read(out, "responsibilities").shape()).isEqualTo(List.of(3, 3, 2));
        assertThat(read(out, "time").data()).containsExactly(0, 0.5, 1);
    }

    @Test
    void drawsAtSeveralTimesAreTheDrawsAtEach() throws IOException {
        Path both = folder.resolve("both.npz");
        Path one = folder.resolve("one.npz");
        String[] law = {"sample", "--mixture", "nine", "-n", "3", "--process", "flow", "--with", "denoised", "--time"};
        assertThat(Ran.of(join(law, "0.1,0.5", "-o", both + "")).code()).isZero();
        assertThat(Ran.of(join(law, "0.5", "-o", one + "")).code()).isZero();
        assertThat(read(both, "time").data()).containsExactly(0.1, 0.5);
        for (String name : List.of("x", "denoised")) {
            assertThat(read(both, name).shape()).isEqualTo(List.of(2, 3, 2));
            assertThat(Arrays.copyOfRange(read(both, name).data(), 6, 12))
                    .containsExactly(read(one, name).data());
        }
    }

    @Test
    void aDrawAtATimeOfItsOwnIsTheDrawOfThatRowAtThatTime() throws IOException {
        Path times = folder.resolve("t.npy");
        Path each = folder.resolve("each.npz");
        Path both = folder.resolve("both.npz");
        writeNpy(times, 0.5, 0.1, 0.1);
        String[] law = {"sample", "--mixture", "nine", "--process", "flow", "--with", "denoised", "--time"};
        assertThat(Ran.of(join(law, times + "", "-n", "3", "-o", each + "")).code())
                .isZero();
        assertThat(Ran.of(join(law, "0.1,0.5", "-n", "3", "-o", both + "")).code())
                .isZero();
        for (String name : List.of("x", "denoised")) {
            double[] atEach = read(both, name).data();
            assertThat(read(each, name).data())
                    .containsExactly(atEach[6], atEach[7], atEach[2], atEach[3], atEach[4], atEach[5]);
        }
        Ran tooMany = Ran.of(join(law, times + "", "-n", "4", "-o", folder.resolve("no.npz") + ""));
        assertThat(tooMany.code()).isEqualTo(2);
        assertThat(folder.resolve("no.npz")).doesNotExist();
    }

    private static String[] join(String[] head, String... tail) {
        return java.util.stream.Stream.of(head, tail).flatMap(Arrays::stream).toArray(String[]::new);
    }

    @Test
    void aTimePerPointIsThatTimeForThatPoint() throws IOException {
        Path points = write("x.csv", "0,1\n2,3\n4,5\n");
        Path times = folder.resolve("t.npy");
        Path each = folder.resolve("each.npz");
        Path one = folder.resolve("one.npz");
        writeNpy(times, 0.25, 0.5, 0.5);
        Ran.of(
                "eval",
                "--mixture",
                "nine",
                "--process",
                "ve",
                "--time",
                times + "",
                "--points",
                points + "",
                "-o",
                each + "");
        Ran.of(
                "eval",
                "--mixture",
                "nine",
                "--process",
                "ve",
                "--time",
                "0.5",
                "--points",
                points + "",
                "-o",
                one + "");
        double[] some = read(each, "log-density").data();
        double[] all = read(one, "log-density").data();
        assertThat(Arrays.copyOfRange(some, 1, 3)).isEqualTo(Arrays.copyOfRange(all, 1, 3));
        assertThat(some[0]).isNotEqualTo(all[0]);
    }

    @Test
    void aBatchTakesPointsOfItsOwnShape() throws IOException {
        Path out = folder.resolve("out.npz");
        Path density = folder.resolve("density.npz");
        String batch = "{means: [[[0]], [[10]]], std: 1}";
        Ran.of("sample", "--mixture", batch, "-n", "5", "-o", out + "");
        assertThat(read(out, "x").shape()).isEqualTo(List.of(5, 2, 1));
        Ran ran = Ran.of("eval", "--mixture", batch, "--points", out + "", "-o", density + "");
        assertThat(ran.err()).isEmpty();
        double[] x = read(out, "x").data();
        double[] score = read(density, "score").data();
        assertThat(read(density, "log-density").shape()).isEqualTo(List.of(5, 2));
        for (int i = 0; i < 10; i++) {
            assertThat(score[i]).isCloseTo((i % 2) * 10 - x[i], within(1e-14));
        }
    }

    @Test
    void aDataSetHasTheSameRowsForAnyCountOffsetThreadsAndFormat() throws IOException {
        double[] whole = sample("a.npz", "-n", "20000", "--threads", "1");
        assertThat(sample("b.npz", "-n", "20000", "--threads", "3")).isEqualTo(whole);
        assertThat(sample("c.csv", "-n", "100")).isEqualTo(Arrays.copyOf(whole, 200));
        assertThat(sample("d.parquet", "-n", "50", "--offset", "7777"))
                .isEqualTo(Arrays.copyOfRange(whole, 2 * 7777, 2 * 7827));
        assertThat(sample("e.npy", "-n", "100", "--split", "test")).isNotEqualTo(Arrays.copyOf(whole, 200));
        assertThat(sample("f.npy", "-n", "3", "--offset", "1000000000000")).hasSize(6);
    }

    @Test
    void diffusingTwiceIsDiffusingOnceAndAFileKeepsItsBits() throws IOException {
        Path first = folder.resolve("first.yaml");
        Path again = folder.resolve("again.json");
        Ran ran = Ran.of(
                "diffuse", "--mixture", "symmetric-11", "--process", "vp-linear", "--time", "0.4", "-o", first + "");
        assertThat(ran.err()).isEmpty();
        Ran.of("diffuse", "--mixture", first + "", "--process", "vp-linear", "--time", "0", "-o", again + "");
        Ran direct = Ran.of("diffuse", "--mixture", "symmetric-11", "--process", "vp-linear", "--time", "0.4");
        assertThat(Files.readString(again)).isEqualTo(direct.out());
    }

    @Test
    void thePosteriorOfOneGaussianIsTheTextbooks() {
        Ran ran = Ran.of(
                "posterior",
                "--mixture",
                "{means: [[0, 0]], std: 1}",
                "--measurement",
                "{operator: [[1, 0]], y: [1], noise-std: 1}");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("\"log-evidence\"", "\"covariances\"").containsPattern("0\\.(5|49999999)");
    }

    @Test
    void everyTargetIsListedAndWrittenWithItsSource() {
        assertThat(Ran.of("targets").out()).contains("two-modes", "gmm40-fab", "nine", "twenty-five", "symmetric-11");
        assertThat(Ran.of("targets", "gmm40-fab").out())
                .contains("\"std\": 1.31326162815094", "\"source\"", "-0.2994728088378906");
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(Ran.of("--version").out()).contains("sandglass", "Java", "OS", "CPU", "array operations");
        for (String verb : List.of("run", "eval", "sample", "diffuse", "posterior", "targets")) {
            Ran ran = Ran.of(verb, "--help");
            assertThat(ran.code()).isZero();
            assertThat(ran.out()).contains("Usage: sandglass " + verb, "Example: sandglass " + verb);
        }
    }

    /// 900 points on a spiral as components: at each point of the grid few of them matter.
    @Test
    void pruningChangesNoAnswerAndCanBeSwitchedOff() throws IOException {
        StringBuilder spiral = new StringBuilder();
        StringBuilder grid = new StringBuilder();
        for (int i = 0; i < 900; i++) {
            spiral.append(i * Math.cos(i)).append(',').append(i * Math.sin(i)).append('\n');
            grid.append(30 * (i % 30) - 450).append(',').append(i - 450).append('\n');
        }
        Path data = write("spiral.csv", spiral.toString());
        Path points = write("grid.csv", grid.toString());
        String mixture = "{empirical: {data: " + data + ", std: 3}}";
        double[][] answers = new double[2][];
        List<String> ways = List.of("auto", "off");
        for (int i = 0; i < 2; i++) {
            Path out = folder.resolve(ways.get(i) + ".npz");
            Ran ran = Ran.of(
                    "eval", "--mixture", mixture, "--points", points + "", "--pruning", ways.get(i), "-o", out + "");
            assertThat(ran.err()).isEmpty();
            answers[i] = read(out, "score").data();
        }
        assertThat(answers[0]).containsExactly(answers[1], within(1e-12)).isNotEqualTo(answers[1]);
        Ran wrong = Ran.of("eval", "--mixture", mixture, "--points", points + "", "--pruning", "of");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.complaint()).contains("--pruning must be auto or off, got \"of\"", "off");
    }

    private double[] sample(String name, String... more) throws IOException {
        Path file = folder.resolve(name);
        String[] words = {"sample", "--mixture", "gmm40-fab", "-o", file + ""};
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        assertThat(Ran.of(all).err()).isEmpty();
        return ArrayFiles.read(file, Selection.usual()).data();
    }

    private static NumberArray read(Path file, String array) throws IOException {
        return ArrayFiles.read(file, Selection.array(array));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void writeNpy(Path file, double... values) throws IOException {
        try (var out = ArrayFiles.create(
                file, org.sandglass.format.ArrayLayout.of(org.sandglass.format.Quantity.scalar("t")))) {
            out.append(values.length, values);
            out.commit();
        }
    }
}
