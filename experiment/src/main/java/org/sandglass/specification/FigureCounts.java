package org.sandglass.specification;

import java.util.OptionalInt;

/// How many points or paths a figure shows at most, unless an experiment says.
final class FigureCounts {
    private FigureCounts() {}

    /// As many as can be told apart; histograms bear more.
    ///
    /// @return empty for kinds that have no count
    static OptionalInt usual(FigureKind kind, Space space) {
        return switch (kind) {
            case DATA, SAMPLES -> some(space, 100_000, 2000, 2000, 40);
            case DENSITY -> some(space, 2000, 1000, 1000, 8);
            case POSTERIOR -> some(space, 1000, 500, 500, 8);
            case DIFFUSION -> some(space, 1000, 300, 300, 6);
            case EVOLUTION -> some(space, 1000, 300, 300, 3);
            case FORWARD -> some(space, 60, 12, 12, 6);
            case TRAJECTORIES -> some(space, 60, 30, 30, 6);
            case MARGINALS, MODES, ERRORS, ANIMATION -> OptionalInt.empty();
        };
    }

    private static OptionalInt some(Space space, int onLine, int inPlane, int inPairs, int images) {
        return OptionalInt.of(
                switch (space) {
                    case LINE -> onLine;
                    case PLANE -> inPlane;
                    case PAIRS -> inPairs;
                    case IMAGES -> images;
                });
    }
}
