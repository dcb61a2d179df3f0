package org.sandglass.specification;

import org.sandglass.format.InputException;

/// How many components a fit has.
public sealed interface FitComponents {
    /// One for each value of a column.
    ///
    /// @param column the label column
    record By(String column) implements FitComponents {}

    /// Some number in a range, of which the best is chosen.
    ///
    /// @param from the least, `≥ 1`
    /// @param to the greatest
    record Range(int from, int to) implements FitComponents {}

    /// As many as the start has.
    record OfStart() implements FitComponents {}

    /// A number or a range as a person writes it.
    ///
    /// @param where names the place in messages
    /// @param word `3` or `1..10`
    /// @return the range
    /// @throws InputException if it is neither
    static Range of(String where, String word) {
        if (!word.matches("\\d{1,9}(\\.\\.\\d{1,9})?")) {
            throw new InputException(where + " must be a whole number or a range as 1..10, got \"" + word + "\"");
        }
        String[] ends = word.split("\\.\\.", 2);
        int from = Integer.parseInt(ends[0]);
        int to = Integer.parseInt(ends[ends.length - 1]);
        if (from < 1 || to < from) {
            throw new InputException(where + " must be >= 1" + (from < 1 ? "" : " and rise") + ", got " + word);
        }
        return new Range(from, to);
    }
}
