package org.sandglass.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.denoiser.CountingDenoiser;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.figure.Svg;
import org.sandglass.figure.Theme;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Pruning;
import org.sandglass.random.RandomStreams;
import org.sandglass.run.Progress;
import org.sandglass.run.Provenance;
import org.sandglass.sampler.Sampler;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.SolverType;

/// Comparisons from file to folder.
class CompareRunTest {
    private static final String LEVELS = "grid: {type: log-snr, log-snr: [-4, 4]}\n";

    @TempDir
    private Path folder;

    /// Under `edm` the flow of `N(1, 1)` is `v = (x − 1) t/(1 + t²)`. One Euler step from 2 to 1 shrinks the
    /// distance from the mean by `1 − 2/5`, from a standard deviation of `√5` to `0.6 √5`; `√2` is right.
    /// Two steps shrink it by `(1 − ½ · 2/5)(1 − ½ · 1.5/3.25) = 0.8 · 10/13`. The mean stays.
    @Test
    void eulerOnOneGaussianHasTheErrorOfItsClosedForm() throws IOException {
        Group group = run("""
                mixture: {means: [[1]], std: 1}
                process: {type: edm, sigma-max: 2}
                samplers: [euler, {type: adaptive-ode, absolute: 1e-9, relative: 1e-9}]
                steps: [1, 2]
                grid: {type: uniform, from: 2, to: 1}
                """).groups().getFirst();
        assertThat(w2(group, "adaptive-ode-absolute-1.0E-9-relative-1.0E-9", 2)).isLessThan(1e-8);
        assertThat(w2(group, "euler", 1)).isCloseTo(Math.sqrt(2) - 0.6 * Math.sqrt(5), within(1e-15));
        assertThat(w2(group, "euler", 2)).isCloseTo(Math.sqrt(2) - 8 / 13.0 * Math.sqrt(5), within(1e-15));
        assertThat(group.lines()
                        .getFirst()
                        .at(1)
                        .orElseThrow()
                        .error("w2-of-means")
                        .value())
                .isZero();
    }

    /// One step of Euler and Maruyama under `edm`, `g² = 2t`, from 2 to 1: `x − g²h (x − μ)/5 + √(g²h) z`,
    /// so the variance is `(1/5)² · 5 + 4`.
    @Test
    void eulerMaruyamaOnOneGaussianHasTheErrorOfItsClosedForm() throws IOException {
        Group group = run("""
                mixture: {means: [[1]], std: 1}
                process: {type: edm, sigma-max: 2}
                samplers: [euler-maruyama]
                steps: [1]
                grid: {type: uniform, from: 2, to: 1}
                """).groups().getFirst();
        assertThat(w2(group, "euler-maruyama", 1)).isCloseTo(Math.sqrt(4.2) - Math.sqrt(2), within(1e-14));
    }

    /// The exact kernel looks at the mixture itself, once a step, and asks no denoiser.
    @Test
    void evaluationsAreThoseThatACountFinds() throws IOException {
        String all = SolverType.names().stream()
                .filter(name -> !name.equals("exact-kernel"))
                .collect(Collectors.joining(", ", "[", "]"));
        CompareSpec spec = spec("mixture: two-modes\nprocess: vp-linear\nsamplers: " + all
                + "\nevaluations: [7, 20]\ncount: 4\nmetrics: [sliced-w2]\nfinal: denoise\n" + LEVELS);
        Plan plan = Plan.of(spec, Pruning.OFF);
        CompareResults results = run(spec, folder.resolve("out"), 1);
        for (Curve curve : plan.cases().getFirst().curves()) {
            for (Cell cell : curve.cells()) {
                Row row = row(results.groups().getFirst(), curve.name(), cell.asked());
                if (cell.sampler().evaluations().isPresent()) {
                    assertThat(row.verdict().evaluations())
                            .as("%s", curve.name())
                            .isEqualTo(counted(plan, cell.sampler()));
                    assertThat(row.verdict().evaluations())
                            .as("%s", curve.name())
                            .isLessThanOrEqualTo(cell.asked());
                }
            }
        }
    }

    private static double counted(Plan plan, Sampler sampler) {
        CountingDenoiser counting =
                new CountingDenoiser(new MixtureDenoiser(plan.cases().getFirst().law()));
        sampler.run(counting, Points.zeros(3, 2), RandomStreams.of(1));
        return counting.points() / 3.0;
    }

    @Test
    void theSameRuleByTwoNamesHasTheSameErrors() throws IOException {
        CompareResults results = run("""
                mixtures: [two-modes, {name: line, mixture: {means: [[-2], [2]], std: 0.5}}]
                process: vp-linear
                samplers: [ddim, exponential-euler, dpm-solver-1, dpm-solver++-1]
                steps: [5, 9]
                count: 500
                metrics: [sliced-w2]
                """ + LEVELS);
        for (Group group : results.groups()) {
            for (int steps : List.of(5, 9)) {
                double ddim = headline(group, "ddim", steps);
                for (String same : List.of("exponential-euler", "dpm-solver-1", "dpm-solver++-1")) {
                    assertThat(headline(group, same, steps)).isCloseTo(ddim, within(1e-10));
                }
            }
        }
    }

    /// Columns are those of all samplers together; the written copy keeps whose they are.
    @Test
    void aSamplerMayHaveNumbersOfStepsOfItsOwn() throws IOException {
        CompareSpec spec = spec("""
                mixture: {means: [[1]], std: 1}
                process: vp-linear
                samplers: [ddim, {type: rk4, steps: [3, 5]}]
                steps: [5, 20]
                """ + LEVELS);
        CompareResults results = run(spec, folder.resolve("own"), 1);
        Group group = results.groups().getFirst();
        assertThat(group.lines().get(0).rows()).extracting(Row::steps).containsExactly(5, 20);
        assertThat(group.lines().get(1).rows()).extracting(Row::steps).containsExactly(3, 5);
        ErrorTable table = results.findings().getFirst().tables().getFirst();
        assertThat(table.header().subList(0, 4)).containsExactly("sampler", "3", "5", "20");
        assertThat(CompareSpec.read(folder.resolve("own/compare.yaml")).ownSteps())
                .isEqualTo(spec.ownSteps());
    }

    @Test
    void stepsOfASamplersOwnAreRefusedWhereTheySayNothing() {
        String file = "mixture: nine\nprocess: vp-linear\n";
        assertThatThrownBy(() -> spec(file + "samplers: [{type: rk4, steps: [3]}]\nevaluations: [9]\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("samplers[0].steps")
                .hasMessageContaining("not with evaluations");
        assertThatThrownBy(() -> spec(file + "samplers: [{type: adaptive-ode, steps: [3]}]\nsteps: [9]\n"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("adaptive-ode, which chooses its own");
    }

    @Test
    void ordersAreMeasuredWhereTheErrorIsExact() throws IOException {
        CompareResults results = run("""
                mixtures: [{name: gaussian, mixture: {means: [[1, 0]], stds: [[0.5, 0.2]]}}, two-modes]
                process: edm
                samplers: [ddim, heun, rk4, exact-kernel]
                steps: [80, 160, 320]
                count: 1024
                metrics: [sliced-w2]
                grid: {type: log-snr, log-snr: [-4, 4]}
                """);
        for (Group group : results.groups()) {
            assertThat(slope(group, "ddim").order()).isCloseTo(1, within(0.15));
            assertThat(slope(group, "heun").order()).isCloseTo(2, within(0.15));
            assertThat(slope(group, "rk4").order()).isCloseTo(4, within(0.2));
            assertThat(slope(group, "rk4").points()).isEqualTo(3);
        }
        assertThat(order(results.groups().getLast(), "exact-kernel")).isInstanceOf(MeasuredOrder.AtFloor.class);
        assertThat(slope(results.groups().getLast(), "ddim").error()).isEqualTo("flow-rms");
        assertThat(CompareTable.text(results)).contains("at the floor", "(3)");
    }

    @Test
    void errorsAreTheSameBytesForAnyNumberOfThreads() throws IOException {
        CompareSpec spec = spec("""
                mixtures: [two-modes, {name: line, mixture: {means: [[-2], [2]], std: 0.5}}]
                processes: [vp-linear, flow]
                samplers: [euler-maruyama, heun, dpm-solver++-2m, adaptive-ode]
                evaluations: [8, 16]
                count: 2500
                repeats: 2
                metrics: [sliced-w2, mode-weights]
                """ + LEVELS);
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        CompareResults first = run(spec, one, 1);
        CompareResults second = run(CompareSpec.read(one.resolve("compare.yaml")), two, 3);
        assertThat(timeless(second)).isEqualTo(timeless(first));
        assertThat(two.resolve("compare.yaml")).hasSameTextualContentAs(one.resolve("compare.yaml"));
        assertThat(svg(second)).isEqualTo(svg(first));
        assertThat(one.resolve("table.md")).content().contains("two-modes, flow", "| dpm-solver++-2m |");
    }

    private static String svg(CompareResults results) {
        return Svg.text(results.figure().orElseThrow(), Theme.LIGHT);
    }

    /// The long table without the column of seconds.
    private static String timeless(CompareResults results) {
        return CompareTable.csv(results).replaceAll("(?m)^((?:[^,]*,){6})[^,]*", "$1");
    }

    @Test
    void aRunThatDivergesIsAResult() throws IOException {
        CompareResults results = run("""
                mixtures: [two-modes, {name: one, mixture: {means: [[0, 0]], std: 1}}]
                process: {type: vp-linear, beta-max: 1e200}
                samplers: [euler-maruyama, ddim]
                steps: [30]
                count: 3
                metrics: [sliced-w2]
                """);
        for (Group group : results.groups()) {
            assertThat(row(group, "euler-maruyama", 30).diverged()).isTrue();
            assertThat(row(group, "ddim", 30).verdict().failure()).isEmpty();
        }
        assertThat(CompareTable.csv(results)).contains("euler-maruyama,uniform,30,30,", ",diverged,,,,,");
        assertThat(CompareTable.text(results)).contains("diverged");
        assertThat(folder.resolve("out/results.json")).content().contains("\"outcome\": \"diverged\"");
    }

    @Test
    void mistakesAreToldBeforeAnyWork() throws IOException {
        refused("steps: [5]\nevaluations: [5]", "needs steps or evaluations, one of the two");
        refused("steps: []", "steps must not be empty");
        refused("steps: [5, 5]", "steps must name each number once");
        refused("steps: [0]", "steps[0] must be >= 1, got 0");
        refused("steps: 5\ngrid: {type: list, times: [1, 0.5]}", "grid cannot be a list of times");
        refused("steps: 5\ngrid: {type: uniform, log-snr: [-4, 4], to: 0}", "grid.log-snr stands for from and to");
        refused("steps: 5\ngrid: {type: uniform, log-snr: [-400, 4]}", "grid.log-snr[0] is no level of vp-linear");
        refused("steps: 5\nrepeats: 0", "repeats must be >= 1, got 0");
        refused("steps: 5\nmetric: []", "unknown key \"metric\"; did you mean \"metrics\"?");
        refused("steps: 5\nmixtures: [nine]", "needs mixture or mixtures, one of the two");
        refused("steps: 5\ngrid: log-snr", "a log-snr grid needs a finite log signal-to-noise ratio");
    }

    private void refused(String lines, String message) throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.yaml"),
                "mixture: two-modes\nprocess: vp-linear\nsamplers: [ddim]\n" + lines + "\n");
        Path out = folder.resolve("bad-out");
        assertThatThrownBy(() -> run(CompareSpec.read(file), out, 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
        assertThat(out).doesNotExist();
    }

    private static double w2(Group group, String solver, int asked) {
        return row(group, solver, asked).error("w2").value();
    }

    private static double headline(Group group, String solver, int asked) {
        return row(group, solver, asked).error(group.headline()).value();
    }

    private static Row row(Group group, String solver, int asked) {
        return line(group, solver).at(asked).orElseThrow();
    }

    private static Group.Line line(Group group, String solver) {
        return group.lines().stream()
                .filter(line -> line.solver().equals(solver))
                .findFirst()
                .orElseThrow();
    }

    private static MeasuredOrder order(Group group, String solver) {
        return line(group, solver).order();
    }

    private static MeasuredOrder.Slope slope(Group group, String solver) {
        assertThat(order(group, solver)).isInstanceOf(MeasuredOrder.Slope.class);
        return (MeasuredOrder.Slope) order(group, solver);
    }

    private CompareResults run(String yaml) throws IOException {
        return run(spec(yaml), folder.resolve("out"), 2);
    }

    private CompareSpec spec(String yaml) throws IOException {
        return CompareSpec.read(Files.writeString(folder.resolve("spec.yaml"), yaml));
    }

    private static CompareResults run(CompareSpec spec, Path out, int threads) throws IOException {
        Provenance provenance = Provenance.here("test", spec.seed(), threads, Pruning.AUTOMATIC);
        return new CompareRun(spec, provenance, Progress.QUIET).into(out, CompareResults.Showing.NOTHING);
    }
}
