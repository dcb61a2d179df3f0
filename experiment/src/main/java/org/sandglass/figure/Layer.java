package org.sandglass.figure;

import java.util.List;
import org.sandglass.linalg.Points;

/// Something drawn into a [Scene]. Its name stands in the legend, once for all panels; an empty name does not.
///
/// Points that are not finite are left out, and points outside the window are cut off; the caption says how
/// many of the samples that were.
public sealed interface Layer {
    /// The name in the legend.
    ///
    /// @return it, or an empty text
    String name();

    /// A density as areas of twelve colours between 0 and its greatest value.
    ///
    /// @param name what the colours are, as `density`
    /// @param grid the density
    record Heat(String name, Grid grid) implements Layer {}

    /// Lines of equal value.
    ///
    /// @param name what they are, as `exact density`
    /// @param grid the values
    /// @param levels those with a line
    record Lines(String name, Grid grid, List<Double> levels) implements Layer {
        /// Takes a copy of the levels.
        public Lines {
            levels = List.copyOf(levels);
        }
    }

    /// Points as dots.
    ///
    /// @param name whose they are
    /// @param points n × 2
    record Samples(String name, Points points) implements Layer {
        /// Checks the dimension.
        public Samples {
            Planar.check("Layer.Samples", points);
        }
    }

    /// Points as crosses, for a few that matter: the means of components.
    ///
    /// @param name what they are
    /// @param points n × 2
    record Centres(String name, Points points) implements Layer {
        /// Checks the dimension.
        public Centres {
            Planar.check("Layer.Centres", points);
        }
    }

    /// Ellipses of one covariance each.
    ///
    /// @param name what they are
    /// @param ellipses around their centres
    record Ellipses(String name, List<Ellipse> ellipses) implements Layer {
        /// Takes a copy.
        public Ellipses {
            ellipses = List.copyOf(ellipses);
        }
    }

    /// Trajectories, coloured from their beginning to their end.
    ///
    /// @param name whose they are
    /// @param paths one each, its points in order, n × 2
    record Paths(String name, List<Points> paths) implements Layer {
        /// Checks the dimension.
        public Paths {
            paths = List.copyOf(paths);
            paths.forEach(path -> Planar.check("Layer.Paths", path));
        }
    }

    /// A field of arrows, whose longest is as long as they are apart; the legend says how long that is.
    ///
    /// @param name what they are, as `score`
    /// @param points where they begin, n × 2
    /// @param vectors as many, n × 2
    record Arrows(String name, Points points, Points vectors) implements Layer {
        /// Checks that there are as many vectors as points.
        public Arrows {
            Planar.check("Layer.Arrows", points);
            Planar.check("Layer.Arrows", vectors);
            if (points.n() != vectors.n()) {
                throw new IllegalArgumentException(
                        "Layer.Arrows needs as many vectors as points, got " + vectors.n() + " and " + points.n());
            }
        }
    }

    /// The points that a measurement `a₀x₀ + a₁x₁ = y` fits, with a band of two standard deviations of its noise.
    ///
    /// @param name what it is
    /// @param a0 the weight of the first coordinate
    /// @param a1 the weight of the second; not both are 0
    /// @param y what was measured
    /// @param noiseStd the standard deviation of its noise, `≥ 0`
    record Measurement(String name, double a0, double a1, double y, double noiseStd) implements Layer {
        /// Checks the numbers.
        public Measurement {
            double size = Math.hypot(a0, a1);
            if (!(size > 0 && size <= 1e300 && Math.abs(y) <= 1e300 && noiseStd >= 0 && noiseStd <= 1e300)) {
                throw new IllegalArgumentException("Layer.Measurement needs finite numbers, a0 and a1 not both 0,"
                        + " noiseStd >= 0, got a0=" + a0 + ", a1=" + a1 + ", y=" + y + ", noiseStd=" + noiseStd);
            }
        }
    }
}
