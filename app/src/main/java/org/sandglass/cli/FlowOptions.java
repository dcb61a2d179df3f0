package org.sandglass.cli;

import java.nio.file.Path;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.run.FlowPoints;
import org.sandglass.run.TimeChoice;
import org.sandglass.specification.ProcessSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Points of a file, and the mixture and process whose probability flow moves them.
final class FlowOptions {
    @Mixin
    private ProcessOptions law = new ProcessOptions();

    @Option(
            names = "--points",
            paramLabel = "FILE",
            required = true,
            description = "Points [N, D]: .npz (array x), .npy, .csv, .csv.gz, .parquet, .json.")
    private String points = "";

    @Option(
            names = "--columns",
            paramLabel = "C",
            description = "Columns of a table: names, indices or ranges as 0..63.")
    private String columns = "";

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            description = "What every step of the solver keeps, absolute and relative (1e-8).")
    private String tolerance = "1e-8";

    ProcessSpec process() {
        return law.process();
    }

    FlowPoints points(ProcessSpec under, String verb) {
        Selection selection = columns.isEmpty() ? Selection.usual() : Selection.columns(columns.split(","));
        return new FlowPoints(law.mixture().only(verb), under, tolerance(), Path.of(points), selection);
    }

    /// Doubles have no digits to keep less.
    private double tolerance() {
        double value = TimeChoice.number("--tolerance", tolerance);
        if (!(value >= 1e-13 && value < 1)) {
            throw new InputException("--tolerance must be from 1e-13 to below 1, got " + tolerance);
        }
        return value;
    }

    /// A time of the process, or where none is given another.
    static double time(String option, String word, double otherwise, ProcessSpec process) {
        return word.isEmpty() ? otherwise : process.checkTime(option, TimeChoice.number(option, word));
    }
}
