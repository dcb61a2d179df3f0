package org.sandglass.format;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The formats of arrays, each known by its suffix.
public enum Format {
    /// Several named arrays of numpy in a zip file; points are the array `x`.
    NPZ(".npz"),
    /// One array of numpy.
    NPY(".npy"),
    /// A table with a line per point.
    CSV(".csv"),
    /// A compressed table with a line per point.
    CSV_GZ(".csv.gz"),
    /// A table with a column store per quantity.
    PARQUET(".parquet"),
    /// Nested lists under the arrays' names.
    JSON(".json");

    private final String suffix;

    Format(String suffix) {
        this.suffix = suffix;
    }

    /// The end of such files' names.
    ///
    /// @return with its dot, in lower case
    public String suffix() {
        return suffix;
    }

    /// The format that a file's name ends with, in upper or lower case.
    ///
    /// @param file any path
    /// @return its format
    /// @throws InputException if the suffix is none of ours
    public static Format of(Path file) {
        return find(file).orElseThrow(() -> InputException.in(file, "has no known suffix, needed one of " + known()));
    }

    /// The format that a file's name ends with, if it is one of ours.
    ///
    /// @param file any path
    /// @return its format, or empty
    public static Optional<Format> find(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.suffix))
                .findFirst();
    }

    private static String known() {
        return Arrays.stream(values()).map(Format::suffix).collect(Collectors.joining(", "));
    }
}
