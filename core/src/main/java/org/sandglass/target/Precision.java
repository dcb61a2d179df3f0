package org.sandglass.target;

/// In which numbers a publication holds its parameters.
public enum Precision {
    /// Computed and kept in 32 bits; here widened, so that every parameter is a 32-bit number.
    FLOAT32,
    /// Computed in 64 bits, or written as decimals, which are read as 64-bit numbers.
    FLOAT64
}
