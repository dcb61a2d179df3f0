package org.sandglass.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Which part of a file is meant.
///
/// @param array the array of a `.npz` or `.json` file; by default `x`, or the only one
/// @param columns names, indices from 0, or inclusive ranges as `0..63`; by default `x0 x1 …` of a table that
/// has them (with `b` as the batch index), or else all columns
public record Selection(Optional<String> array, List<String> columns) {
    /// Copies the list.
    public Selection {
        columns = List.copyOf(columns);
    }

    /// The usual part: the points.
    ///
    /// @return no array and no columns named
    public static Selection usual() {
        return new Selection(Optional.empty(), List.of());
    }

    /// One array by name.
    ///
    /// @param name the array's name
    /// @return that array, all columns
    public static Selection array(String name) {
        return new Selection(Optional.of(name), List.of());
    }

    /// Some columns.
    ///
    /// @param columns names, indices, or ranges as `0..63`
    /// @return those, in that order
    public static Selection columns(String... columns) {
        return columns(Arrays.asList(columns));
    }

    /// Some columns.
    ///
    /// @param columns names, indices, or ranges as `0..63`
    /// @return those, in that order
    public static Selection columns(List<String> columns) {
        return new Selection(Optional.empty(), columns);
    }
}
