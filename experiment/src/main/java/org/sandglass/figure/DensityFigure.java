package org.sandglass.figure;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Points;

/// Densities on the line, with histograms and rugs of samples.
///
/// Histograms are scaled so that each bar's area is the share of all samples that fall into it. They cover the
/// range of the densities, or of the samples where there is no density; the caption says how many samples lie
/// outside. Rugs show the first 300 samples.
///
/// @param sheet title, caption and width
/// @param quantity what the samples are, with its unit
/// @param laws curves of densities
/// @param samples sets of samples
/// @param bins how many bars over the range, at least 1
public record DensityFigure(Sheet sheet, String quantity, List<Law> laws, List<Sample> samples, int bins)
        implements Charted {
    private static final int RUG = 300;

    /// A density.
    ///
    /// @param name whose it is
    /// @param curve n × 2: value and density, values rising
    public record Law(String name, Points curve) {
        /// Checks the dimension.
        public Law {
            Planar.check("DensityFigure.Law", curve);
        }
    }

    /// A set of samples.
    ///
    /// @param name whose they are
    /// @param values n × 1
    public record Sample(String name, Points values) {
        /// Checks the dimension.
        public Sample {
            Planar.columns("DensityFigure.Sample", values, 1);
        }
    }

    /// Takes copies of the lists.
    public DensityFigure {
        laws = List.copyOf(laws);
        samples = List.copyOf(samples);
        if (bins < 1) {
            throw new IllegalArgumentException("DensityFigure needs bins >= 1, got " + bins);
        }
    }

    @Override
    public ChartFigure chart() {
        Scale range = range();
        List<Mark> marks = new ArrayList<>();
        laws.forEach(law -> marks.add(new Mark.Curve(law.name, law.curve, Mark.Look.SOLID)));
        samples.forEach(sample ->
                marks.add(new Mark.Bars(sample.name, Histogram.of(sample.values, range, bins, sample.values.n()))));
        samples.forEach(sample -> marks.add(new Mark.Rug(sample.name, first(sample.values))));
        Measure across = Measure.between(quantity, range.low(), range.high());
        Sheet noted = new Sheet(sheet.title(), (sheet.caption() + " " + note(range)).strip(), sheet.width());
        return new ChartFigure(noted, new Chart("", across, Measure.fromZero("density"), marks));
    }

    private Scale range() {
        Extent extent = new Extent();
        laws.forEach(law -> addColumn(extent, law.curve));
        if (extent.isEmpty()) {
            samples.forEach(sample -> addColumn(extent, sample.values));
        }
        return extent.linear(0);
    }

    private static void addColumn(Extent extent, Points points) {
        for (int i = 0; i < points.n(); i++) {
            extent.add(points.get(i, 0));
        }
    }

    private static Points first(Points values) {
        return values.slice(0, Math.min(RUG, values.n()));
    }

    private String note(Scale range) {
        long all = samples.stream().mapToLong(sample -> sample.values.n()).sum();
        long seen = samples.stream()
                .mapToLong(sample -> Histogram.inside(sample.values, range))
                .sum();
        return seen == all ? "" : all - seen + " of " + all + " samples lie outside the panel or are not finite.";
    }
}
