package org.sandglass.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.sandglass.figure.DensityFigure;
import org.sandglass.figure.Figure;
import org.sandglass.figure.Grid;
import org.sandglass.figure.Layer;
import org.sandglass.figure.PlaneFigure;
import org.sandglass.figure.Scene;
import org.sandglass.figure.Sheet;
import org.sandglass.figure.Window;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Conditioned;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.report.Block.Cell;
import org.sandglass.report.ReportPage.Section;

/// The page of an exact posterior: prior and posterior side by side with the measurement, and what became of
/// the weights.
///
/// @param prior the law before
/// @param measurement what was seen
/// @param posterior the law after
public record PosteriorReport(GaussianMixture prior, LinearMeasurement measurement, Conditioned posterior) {
    private static final int ROWS = 40;
    private static final int SIDE = 121;
    private static final int NODES = 401;

    /// The page.
    ///
    /// @return as data
    public ReportPage page() {
        List<Section> sections = new ArrayList<>();
        if (Exact.hasDensity(prior) && Exact.hasDensity(posterior.mixture())) {
            sections.add(new Section("Prior and posterior", List.of(new Block.Drawing(figure(), ""))));
        }
        sections.add(new Section("Components", List.of(weights())));
        sections.add(new Section("Formulas", List.of(new Block.Facts(formulas()))));
        return new ReportPage(
                "The exact posterior",
                "A mixture of " + prior.k() + " Gaussians in " + prior.d()
                        + (prior.d() == 1 ? " dimension" : " dimensions")
                        + " after " + measurement.m() + (measurement.m() == 1 ? " measurement" : " measurements")
                        + ", in closed form; the log evidence is " + Words.digits(posterior.logEvidence()) + ".",
                sections);
    }

    private Figure figure() {
        return prior.d() == 1 ? line() : plane();
    }

    private Figure line() {
        double[] range = Exact.range(List.of(prior, posterior.mixture()), 0);
        return new DensityFigure(
                Sheet.page("Prior and posterior", "Exact densities before and after the measurement."),
                "x",
                List.of(
                        new DensityFigure.Law("prior", Exact.curve(prior, range, NODES)),
                        new DensityFigure.Law("posterior", Exact.curve(posterior.mixture(), range, NODES))),
                List.of(),
                1);
    }

    private Figure plane() {
        GaussianMixture before = twoOf(prior);
        GaussianMixture after = twoOf(posterior.mixture());
        Window window = Exact.window(List.of(before, after));
        String caption = "Exact densities before and after the measurement, with contours around 50, 90 and 99 % of the"
                + " mass"
                + (measurements().isEmpty()
                        ? ""
                        : ", and what the measurement fits, with two standard deviations of its noise")
                + "." + (prior.d() == 2 ? "" : " The first two of " + prior.d() + " coordinates.");
        return new PlaneFigure(
                Sheet.page("Prior and posterior", caption),
                List.of(scene("prior", before, window), scene("posterior", after, window)));
    }

    private static GaussianMixture twoOf(GaussianMixture law) {
        return law.d() == 2 ? law : law.marginal(0, 1);
    }

    private Scene scene(String title, GaussianMixture law, Window window) {
        Grid grid = Exact.grid(law, window, SIDE);
        List<Layer> layers = new ArrayList<>(
                List.of(new Layer.Heat("density", grid), new Layer.Lines("", grid, grid.levelsOfMass(0.5, 0.9, 0.99))));
        layers.addAll(measurements());
        return new Scene(title, window, "x_{0}", "x_{1}", layers);
    }

    /// The lines that measurements of the plane fit, each with the noise of its own.
    private List<Layer> measurements() {
        if (prior.d() != 2) {
            return List.of();
        }
        double[] noise = measurement.noise().matrix();
        int m = measurement.m();
        return IntStream.range(0, m)
                .filter(i -> Math.hypot(measurement.row(i)[0], measurement.row(i)[1]) > 0)
                .mapToObj(i -> (Layer) new Layer.Measurement(
                        "measurement",
                        measurement.row(i)[0],
                        measurement.row(i)[1],
                        measurement.y()[i],
                        Math.sqrt(noise[i * m + i])))
                .toList();
    }

    private Block weights() {
        double[] before = prior.weights();
        double[] after = posterior.mixture().weights();
        Points means = posterior.mixture().means();
        int shown = Math.min(ROWS, prior.k());
        String rest = shown < prior.k() ? " The first " + shown + " of " + prior.k() + " components." : "";
        List<List<Cell>> rows = IntStream.range(0, shown)
                .mapToObj(k -> List.of(
                        Cell.of(Integer.toString(k)),
                        Cell.of(Words.digits(before[k])),
                        Cell.of(Words.digits(after[k])),
                        Cell.of(Words.point(means.row(k)))))
                .toList();
        return new Block.Table(
                "Components keep the prior's order." + rest,
                List.of("component", "prior weight", "posterior weight", "posterior mean"),
                rows);
    }

    private static SequencedMap<String, String> formulas() {
        SequencedMap<String, String> formulas = new LinkedHashMap<>();
        formulas.put("measurement", "$y = A x + ε$, $ε ~ N(0, R)$");
        formulas.put("gain", "$G_{k} = Σ_{k} Aᵀ S_{k}^{−1}$ with $S_{k} = A Σ_{k} Aᵀ + R$");
        formulas.put("means", "$μ_{k}′ = μ_{k} + G_{k} (y − A μ_{k})$");
        formulas.put("covariances", "$Σ_{k}′ = Σ_{k} − G_{k} A Σ_{k}$");
        formulas.put("weights", "$w_{k}′ ∝ w_{k} N(y; A μ_{k}, S_{k})$");
        formulas.put("log evidence", "$ln p(y) = ln Σ_{k} w_{k} N(y; A μ_{k}, S_{k})$");
        return formulas;
    }
}
