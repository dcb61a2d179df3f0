package org.sandglass.figure;

import java.util.List;
import org.sandglass.linalg.Points;

/// Points of more than two dimensions, in all pairs of coordinates: histograms with densities on the diagonal,
/// points with contours under it. Bars are shares of all points of all sets.
///
/// @param sheet title, caption and width
/// @param names of the coordinates, with their units; at least two
/// @param clouds sets of points of that dimension
/// @param curves the marginal density of each coordinate, n × 2: value and density; or none at all
/// @param planes the marginal density of each pair of coordinates, in the order (0, 1), (0, 2), (1, 2), (0, 3) …
///     with the earlier coordinate across; or none at all
public record PairFigure(Sheet sheet, List<String> names, List<Cloud> clouds, List<Points> curves, List<Grid> planes)
        implements Figure {
    /// A set of points.
    ///
    /// @param name whose they are
    /// @param points n × d
    public record Cloud(String name, Points points) {}

    /// Checks that the parts match.
    public PairFigure {
        names = List.copyOf(names);
        clouds = List.copyOf(clouds);
        curves = List.copyOf(curves);
        planes = List.copyOf(planes);
        int d = names.size();
        if (d < 2) {
            throw new IllegalArgumentException("PairFigure needs at least two coordinates, got " + names);
        }
        clouds.forEach(cloud -> Planar.columns("PairFigure", cloud.points, d));
        curves.forEach(curve -> Planar.check("PairFigure curves", curve));
        checkCount("curves", curves.size(), d);
        checkCount("planes", planes.size(), d * (d - 1) / 2);
    }

    private static void checkCount(String what, int got, int all) {
        if (got != 0 && got != all) {
            throw new IllegalArgumentException("PairFigure needs no " + what + " or " + all + ", got " + got);
        }
    }

    /// The plane of coordinates `i < j`.
    List<Grid> plane(int i, int j) {
        return planes.isEmpty() ? List.of() : List.of(planes.get(j * (j - 1) / 2 + i));
    }
}
