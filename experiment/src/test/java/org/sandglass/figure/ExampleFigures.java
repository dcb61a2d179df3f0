package org.sandglass.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One figure of every kind, as docs/figures.md shows them. Run it in the folder of the project to write them
/// anew: `docs/figures/*.svg`.
final class ExampleFigures {
    private ExampleFigures() {}

    static SequencedMap<String, Figure> all() {
        SequencedMap<String, Figure> all = new LinkedHashMap<>();
        all.put("error", ErrorExamples.samplers());
        all.put("density-line", ChartExamples.line());
        all.put("density-plane", PlaneExamples.density());
        all.put("fan", ChartExamples.fan());
        all.put("fan-segments", ChartExamples.segments());
        all.put("trajectories-plane", PlaneExamples.trajectories());
        all.put("evolution", PlaneExamples.evolution());
        all.put("posterior", PlaneExamples.posterior());
        all.put("pairs", ChartExamples.pairs());
        all.put("masses", ChartExamples.masses());
        all.put("trace", ChartExamples.trace());
        all.put("loss", ChartExamples.loss());
        all.put("error-field", PlaneExamples.errorField());
        all.put("calibration", ChartExamples.calibration());
        all.put("tiles", ChartExamples.tiles());
        return all;
    }

    static void main() throws IOException {
        Path folder = Path.of("docs", "figures");
        Files.createDirectories(folder);
        for (var each : all().entrySet()) {
            Files.writeString(folder.resolve(each.getKey() + ".svg"), Svg.text(each.getValue(), Theme.LIGHT));
        }
    }
}
