package org.sandglass.report;

import java.util.List;
import java.util.stream.IntStream;
import org.sandglass.run.Evidence;

/// What coordinates are called on axes: as the columns of the data are, or `x_{0}`, `x_{1}` …, and `x` on the line.
///
/// @param names one for each coordinate
record Coordinates(List<String> names) {
    /// Columns without a header, and those of points, have numbers for names.
    private static final String NUMBERED = "x?\\d*";

    Coordinates {
        names = List.copyOf(names);
    }

    static Coordinates plain(int d) {
        return new Coordinates(
                d == 1
                        ? List.of("x")
                        : IntStream.range(0, d).mapToObj(j -> "x_{" + j + "}").toList());
    }

    static Coordinates of(Evidence evidence) {
        return evidence.data()
                .map(Evidence.Data::names)
                .filter(names -> names.stream().noneMatch(name -> name.strip().matches(NUMBERED)))
                .map(Coordinates::new)
                .orElseGet(() -> plain(evidence.law().d()));
    }

    String name(int j) {
        return names.get(j);
    }

    /// What a caption adds where not all are shown.
    String shown(int some) {
        return names.size() <= some ? "" : " The first " + some + " of " + names.size() + " coordinates.";
    }
}
