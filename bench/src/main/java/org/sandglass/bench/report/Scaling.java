package org.sandglass.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Threads, structures and growth.
final class Scaling {
    private final Results results;

    Scaling(Results results) {
        this.results = results;
    }

    /// What two threads gain.
    String threads() {
        Table table = new Table("case", "two threads over one", "one, ms", "two, ms");
        addThreads("density and score", "TwoThreads.densityAndScore", table);
        addThreads("reverse, 100 steps", "ReverseSimulation.reverse", table);
        return table.isEmpty() ? "" : table.toString();
    }

    private void addThreads(String what, String name, Table table) {
        for (Measurement one : results.of(name)) {
            String size = one.parameter("size");
            if (one.parameter("threads").equals("1")) {
                results.only(name, Map.of("size", size, "threads", "2"))
                        .ifPresent(two -> table.row(
                                what + ", " + size,
                                Table.number(one.nanos() / two.nanos()),
                                Table.number(one.nanos() * 1e-6),
                                Table.number(two.nanos() * 1e-6)));
            }
        }
    }

    /// Full against diagonal covariances at a new time, 5000 points, `K` 10, `D` 64.
    String structures() {
        int d = 64;
        double pairs = 5000.0 * 10;
        Table table = new Table("covariances", "ps for a flop", "ns for a point and a component", "GFLOP/s", "of peak");
        for (Measurement each : results.of("NewTime.parametersDensityAndScore")) {
            String structure = each.parameter("covariance");
            double flops = structure.equals("full") ? Flops.full(d) : Flops.diagonal(d);
            double nanos = each.nanos() / pairs;
            table.row(
                    structure,
                    Table.number(1000 * nanos / flops),
                    Table.number(nanos),
                    Table.number(flops / nanos),
                    Table.percent(flops / nanos / results.peak()));
        }
        return table.isEmpty() ? "" : table.toString();
    }

    /// The exponents `e` of time `∝ sizeᵉ`.
    String growth() {
        Map<String, List<double[]>> series = new LinkedHashMap<>();
        for (Measurement each : results.of("Growth.densityAndScore")) {
            String[] parts = each.parameter("varied").split("=", 2);
            double[] sizes = Arrays.stream(parts[1].split("x", 3))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            int axis = "NKD".indexOf(parts[0].replace('F', 'D'));
            series.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(new double[] {sizes[axis], each.nanos()});
        }
        Table table = new Table("time against", "exponent", "from", "to", "expected");
        series.forEach((letter, points) -> {
            if (points.size() > 1) {
                table.row(
                        letter.equals("F") ? "D, full" : letter.equals("D") ? "D, diagonal" : letter,
                        Table.number(slope(points)),
                        Table.number(points.getFirst()[0]),
                        Table.number(points.getLast()[0]),
                        letter.equals("F") ? "≤ 2" : "≤ 1");
            }
        });
        return table.isEmpty() ? "" : table.toString();
    }

    /// The slope of the line of least squares through the logarithms.
    static double slope(List<double[]> points) {
        double[] x = points.stream().mapToDouble(p -> Math.log(p[0])).toArray();
        double[] y = points.stream().mapToDouble(p -> Math.log(p[1])).toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
        }
        return xy / xx;
    }
}
