package org.sandglass.linalg;

import org.sandglass.arrayops.ArrayOps;

/// Which loops this program run computes with.
public final class Arithmetic {
    private Arithmetic() {}

    /// The array operations that were chosen, and why, in one line, such as `vector, 256-bit lanes`.
    ///
    /// @return a description for people and for provenance; the numbers do not depend on it
    /// @throws IllegalArgumentException if the system property `sandglass.arrayops` asks for what is not
    ///     there
    public static String choice() {
        return ArrayOps.choice();
    }
}
