package org.sandglass.fit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the covariances of a fitted mixture look like.
public sealed interface Structure {
    /// `Σₖ = sₖ² I`: one number per component.
    record Isotropic() implements Structure {}

    /// `Σₖ = diag(sₖ₁², …, s_kd²)`: coordinates are independent within a component.
    record Diagonal() implements Structure {}

    /// Any `Σₖ`.
    record Full() implements Structure {}

    /// One `Σ`, any, shared by all components.
    record Tied() implements Structure {}

    /// `Σₖ = Λₖ Λₖᵀ + diag(ψₖ)` with `R` factors: a mixture of factor analysers (Ghahramani and Hinton 1996).
    ///
    /// @param rank `R ≥ 1`, less than the dimension
    record LowRank(int rank) implements Structure {
        /// Checks the rank.
        public LowRank {
            if (rank < 1) {
                throw new IllegalArgumentException("low-rank needs R >= 1 factors, got " + rank);
            }
        }
    }

    /// The words of [#of(String)].
    List<String> WORDS = List.of("full", "diagonal", "isotropic", "tied", "low-rank:R");

    /// The form of the last of them.
    Pattern LOW_RANK = Pattern.compile("low-rank:([1-9]\\d{0,5})");

    /// A structure by its word.
    ///
    /// @param word `full`, `diagonal`, `isotropic`, `tied`, or `low-rank:3`
    /// @return the structure, empty for any other word
    static Optional<Structure> of(String word) {
        Matcher lowRank = LOW_RANK.matcher(word);
        if (lowRank.matches()) {
            return Optional.of(new LowRank(Integer.parseInt(lowRank.group(1))));
        }
        return Stream.of(new Full(), new Diagonal(), new Isotropic(), new Tied())
                .map(Structure.class::cast)
                .filter(structure -> structure.word().equals(word))
                .findFirst();
    }

    /// The word for it.
    ///
    /// @return as [#of(String)] reads it
    default String word() {
        return switch (this) {
            case Isotropic() -> "isotropic";
            case Diagonal() -> "diagonal";
            case Full() -> "full";
            case Tied() -> "tied";
            case LowRank(int rank) -> "low-rank:" + rank;
        };
    }

    /// The number of free parameters of a mixture: `K − 1` weights, `K d` coordinates of means, and those
    /// of the covariances. A low-rank covariance has `dR + d − R(R−1)/2`, since rotated factors are the
    /// same, and never more than a full one, `d(d+1)/2`.
    ///
    /// @param k components
    /// @param d dimension
    /// @return how many numbers were fitted
    default long freeParameters(int k, int d) {
        long full = d * (d + 1L) / 2;
        long covariances = switch (this) {
            case Isotropic() -> k;
            case Diagonal() -> (long) k * d;
            case Full() -> k * full;
            case Tied() -> full;
            case LowRank(int rank) -> k * Math.min(full, (rank + 1L) * d - rank * (rank - 1L) / 2);
        };
        return k - 1L + (long) k * d + covariances;
    }

    /// Refuses a rank that leaves no noise of its own to the coordinates.
    private static void requireRank(int rank, int d) {
        if (rank >= d) {
            throw new IllegalArgumentException(
                    "low-rank:" + rank + " needs more than " + rank + " columns, got " + d + "; use full");
        }
    }

    /// Refuses a dimension that the structure does not fit.
    ///
    /// @param d the dimension
    /// @throws IllegalArgumentException if there are as many factors as columns
    default void requireDimension(int d) {
        if (this instanceof LowRank(int rank)) {
            requireRank(rank, d);
        }
    }
}
