package org.sandglass.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lines on which a grid has a given value, by marching squares: linear on the edges of cells; where a cell has
/// a saddle, the mean of its corners decides.
///
/// A line has the greater values on its left.
final class Contours {
    private final Grid grid;
    private final double level;

    /// From the edge where a piece begins to the edge where it ends.
    private final Map<Edge, Edge> pieces = new LinkedHashMap<>();

    /// A line through points of the plane, given as pairs of coordinates.
    ///
    /// @param points `x, y` of each, in order
    /// @param closed whether it returns to its first point
    record Line(List<double[]> points, boolean closed) {
        void addTo(Outline outline, Plot plot) {
            double[] first = points.getFirst();
            outline.move(plot.px(first[0]), plot.py(first[1]));
            for (double[] point : points.subList(1, points.size())) {
                outline.line(plot.px(point[0]), plot.py(point[1]));
            }
            if (closed) {
                outline.close();
            }
        }
    }

    /// An edge of a cell: from node `(i, j)` to the next one to the right, or up.
    private record Edge(int i, int j, boolean up) {}

    private Contours(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
    }

    /// The lines within the window, which end at its edges.
    static List<Line> lines(Grid grid, double level) {
        Contours contours = new Contours(grid, level);
        contours.march(0, 0, grid.columns() - 1, grid.rows() - 1);
        return contours.joined();
    }

    /// The outlines of the part of the window where the grid is above a level: closed, along its edges too.
    static List<Line> regions(Grid grid, double level) {
        Contours contours = new Contours(grid, level);
        contours.march(-1, -1, grid.columns(), grid.rows());
        return contours.joined();
    }

    private void march(int fromI, int fromJ, int toI, int toJ) {
        for (int j = fromJ; j < toJ; j++) {
            for (int i = fromI; i < toI; i++) {
                cell(i, j);
            }
        }
    }

    /// The pieces of one cell; bit 1 is its lower left corner, then counter-clockwise.
    private void cell(int i, int j) {
        int corners = bit(i, j, 1) | bit(i + 1, j, 2) | bit(i + 1, j + 1, 4) | bit(i, j + 1, 8);
        Edge low = new Edge(i, j, false);
        Edge right = new Edge(i + 1, j, true);
        Edge high = new Edge(i, j + 1, false);
        Edge left = new Edge(i, j, true);
        switch (corners) {
            case 1 -> pieces.put(low, left);
            case 2 -> pieces.put(right, low);
            case 3 -> pieces.put(right, left);
            case 4 -> pieces.put(high, right);
            case 6 -> pieces.put(high, low);
            case 7 -> pieces.put(high, left);
            case 8 -> pieces.put(left, high);
            case 9 -> pieces.put(low, high);
            case 11 -> pieces.put(right, high);
            case 12 -> pieces.put(left, right);
            case 13 -> pieces.put(low, right);
            case 14 -> pieces.put(left, low);
            case 5 -> saddle(middleIsAbove(i, j), low, right, high, left);
            case 10 -> saddle(middleIsAbove(i, j), right, high, left, low);
            default -> {} // all corners on one side
        }
    }

    /// Two pieces, which begin at the first and the third edge: through the corner between them if the corners
    /// that are above are joined, around each of these if not.
    private void saddle(boolean joined, Edge first, Edge second, Edge third, Edge fourth) {
        pieces.put(first, joined ? second : fourth);
        pieces.put(third, joined ? fourth : second);
    }

    private boolean middleIsAbove(int i, int j) {
        double mean = (grid.value(i, j) + grid.value(i + 1, j) + grid.value(i, j + 1) + grid.value(i + 1, j + 1)) / 4;
        return mean > level;
    }

    private int bit(int i, int j, int bit) {
        return grid.value(i, j) > level ? bit : 0;
    }

    private List<Line> joined() {
        Map<Edge, Edge> left = new LinkedHashMap<>(pieces);
        Map<Edge, Edge> before = new HashMap<>();
        pieces.forEach((from, to) -> before.put(to, from));
        List<Line> lines = new ArrayList<>();
        pieces.keySet().stream()
                .filter(edge -> !before.containsKey(edge))
                .forEach(edge -> lines.add(follow(left, edge)));
        while (!left.isEmpty()) {
            lines.add(follow(left, left.keySet().iterator().next()));
        }
        return lines;
    }

    private Line follow(Map<Edge, Edge> left, Edge start) {
        List<double[]> points = new ArrayList<>();
        points.add(crossing(start));
        Edge at = start;
        while (left.containsKey(at)) {
            at = Objects.requireNonNull(left.remove(at));
            if (!at.equals(start)) {
                points.add(crossing(at));
            }
        }
        return new Line(points, at.equals(start));
    }

    /// Where the line crosses an edge; beyond the window a node lies on its edge.
    private double[] crossing(Edge edge) {
        int nextI = edge.up ? edge.i : edge.i + 1;
        int nextJ = edge.up ? edge.j + 1 : edge.j;
        double share = share(grid.value(edge.i, edge.j), grid.value(nextI, nextJ));
        double x = mix(grid.x(inside(edge.i, grid.columns())), grid.x(inside(nextI, grid.columns())), share);
        double y = mix(grid.y(inside(edge.j, grid.rows())), grid.y(inside(nextJ, grid.rows())), share);
        return new double[] {x, y};
    }

    private static int inside(int i, int count) {
        return Math.clamp(i, 0, count - 1);
    }

    /// How far from `a` to `b` the level is reached; next to an infinite value, at the other.
    private double share(double a, double b) {
        if (Double.isInfinite(a)) {
            return Double.isInfinite(b) ? 0.5 : 1;
        }
        return Double.isInfinite(b) ? 0 : (level - a) / (b - a);
    }

    private static double mix(double a, double b, double share) {
        return a + share * (b - a);
    }
}
