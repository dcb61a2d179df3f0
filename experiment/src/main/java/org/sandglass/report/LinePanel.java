package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.figure.Chart;
import org.sandglass.figure.DensityFigure;
import org.sandglass.figure.Mark;
import org.sandglass.figure.Measure;
import org.sandglass.figure.Sheet;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// A law on the line in a panel: its density, and perhaps points as histogram and rug.
final class LinePanel {
    private static final int NODES = 401;
    private static final int BINS = 36;

    private final String title;
    private final String quantity;
    private final double[] range;
    private final GaussianMixture law;
    private final List<DensityFigure.Sample> samples = new ArrayList<>();

    /// @param title over the panel
    /// @param quantity what the coordinate is
    /// @param range its ends
    /// @param law of one dimension; without a curve if it has no density
    LinePanel(String title, String quantity, double[] range, GaussianMixture law) {
        this.title = title;
        this.quantity = quantity;
        this.range = range.clone();
        this.law = law;
    }

    /// The density of a law as a curve; no rows where it has none.
    static Points curve(GaussianMixture law, double[] range) {
        return Exact.hasDensity(law) ? Exact.curve(law, range, NODES) : Points.zeros(0, 2);
    }

    /// Adds points, of which there may be none.
    LinePanel with(String name, Points points) {
        if (points.n() > 0) {
            samples.add(new DensityFigure.Sample(name, points));
        }
        return this;
    }

    /// Curve, histogram and rug.
    List<Mark> marks() {
        List<DensityFigure.Law> laws =
                Exact.hasDensity(law) ? List.of(new DensityFigure.Law("exact density", curve(law, range))) : List.of();
        DensityFigure figure = new DensityFigure(Sheet.column("", ""), quantity, laws, samples, BINS);
        return figure.chart().charts().getFirst().marks();
    }

    /// Somewhat more than the greatest value of the density and of the histogram.
    double top() {
        double highest = highest(curve(law, range), 1);
        for (Mark mark : marks()) {
            if (mark instanceof Mark.Bars(String _, Points points)) {
                highest = Math.max(highest, highest(points, 2));
            }
        }
        return highest > 0 ? 1.15 * highest : 1;
    }

    private static double highest(Points rows, int column) {
        return IntStream.range(0, rows.n())
                .mapToDouble(i -> rows.get(i, column))
                .max()
                .orElse(0);
    }

    Chart chart() {
        return chart(marks());
    }

    /// The panel with these marks, as high as its own need.
    Chart chart(List<Mark> marks) {
        return chart("", marks);
    }

    /// The same with a label beside it.
    Chart chart(String up, List<Mark> marks) {
        return chart(marks, Measure.between(up, 0, top()));
    }

    Chart chart(List<Mark> marks, Measure up) {
        return new Chart(title, Measure.between(quantity, range[0], range[1]), up, marks);
    }
}
