package org.sandglass.linalg;

/// Mathematics that failed at run time: a matrix that is not positive definite, a law without a density.
///
/// The message names the place, the value and a remedy. A caller's malformed argument is an
/// `IllegalArgumentException` instead.
public final class NumericalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// An exception with a complete sentence.
    ///
    /// @param message place, value and remedy
    public NumericalException(String message) {
        super(message);
    }
}
