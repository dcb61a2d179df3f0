package org.sandglass.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sandglass.figure.Parsed;

/// The figures of a run, parsed.
record Drawn(Path folder) {
    /// Runs an experiment without samplers.
    static Drawn laws(String mixture, String more, String figures, Path folder) throws IOException {
        String spec = "mixture: " + mixture + "\nprocess: flow\n" + more + "figures: " + figures + "\n";
        Runs.run(spec, folder, 2, new RunReport(_ -> {}));
        return new Drawn(folder);
    }

    Parsed figure(String name) throws IOException {
        return Parsed.of(Files.readString(folder.resolve("out/figures/" + name + ".svg")));
    }

    List<String> names() throws IOException {
        return Runs.figures(folder).stream()
                .filter(file -> file.endsWith(".svg"))
                .map(file -> file.substring(0, file.length() - 4))
                .toList();
    }

    /// The path within the group of a mark.
    static Parsed path(Parsed group) {
        return group.all("").stream()
                .filter(each -> each.root().getTagName().equals("path"))
                .findFirst()
                .orElseThrow();
    }

    /// All dots of a set in a panel.
    static List<double[]> dots(Parsed panel, String name) {
        return panel.named("samples", name).one("dots").points();
    }

    /// Pixels from a point to the nearest piece of an outline.
    static double distance(double x, double y, List<double[]> outline) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < outline.size(); i++) {
            double[] a = outline.get(i - 1);
            double[] b = outline.get(i);
            double length = Math.hypot(b[0] - a[0], b[1] - a[1]);
            double along =
                    length == 0 ? 0 : ((x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1])) / length / length;
            double share = Math.clamp(along, 0, 1);
            least = Math.min(least, Math.hypot(x - a[0] - share * (b[0] - a[0]), y - a[1] - share * (b[1] - a[1])));
        }
        return least;
    }
}
