package org.sandglass.target;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The independent sequences of a data set.
public enum Split {
    /// To fit with.
    TRAIN,
    /// To choose by.
    VAL,
    /// To judge with.
    TEST;

    /// The word that names it.
    ///
    /// @return `train`, `val` or `test`
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A split by its name.
    ///
    /// @param word exactly as in [#word()]
    /// @return the split, if there is one of that name
    public static Optional<Split> find(String word) {
        return Arrays.stream(values())
                .filter(split -> split.word().equals(word))
                .findFirst();
    }
}
