package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.figure.Figure;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Conditioned;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.report.ReportPage.Section;

/// The page of an exact posterior: prior and posterior side by side with the measurement, and what became of
/// the weights.
///
/// @param prior the law before
/// @param measurement what was seen
/// @param posterior the law after
public record PosteriorReport(GaussianMixture prior, LinearMeasurement measurement, Conditioned posterior) {
    /// The page.
    ///
    /// @return as data
    public ReportPage page() {
        List<Section> sections = new ArrayList<>();
        if (Exact.hasDensity(prior) && Exact.hasDensity(posterior.mixture())) {
            sections.add(new Section("Prior and posterior", List.of(new Block.Drawing(figure(), ""))));
        }
        sections.add(new Section("Components", List.of(PosteriorText.weights(prior, posterior))));
        sections.add(new Section("Formulas", List.of(new Block.Facts(PosteriorText.formulas()))));
        return new ReportPage(
                "The exact posterior",
                "A mixture of " + prior.k() + " Gaussians in " + prior.d()
                        + (prior.d() == 1 ? " dimension" : " dimensions")
                        + " after " + measurement.m() + (measurement.m() == 1 ? " measurement" : " measurements")
                        + ", in closed form; the log evidence is " + Words.digits(posterior.logEvidence()) + ".",
                sections);
    }

    private Figure figure() {
        Points none = Points.zeros(0, prior.d());
        return new PosteriorFigure(prior, measurement, posterior.mixture(), none, none, Coordinates.plain(prior.d()))
                .figure();
    }
}
