package org.sandglass.specification;

import java.util.List;

/// Which figures an experiment asks for.
public sealed interface FigureChoice {
    /// What suits the dimension.
    record Usual() implements FigureChoice {}

    /// These.
    ///
    /// @param kinds of different kinds; empty for none
    record Named(List<FigureKind> kinds) implements FigureChoice {
        /// Copies the list.
        public Named {
            kinds = List.copyOf(kinds);
        }
    }

    /// Reads a list of names.
    ///
    /// @param node the value of the key
    /// @return the choice
    /// @throws org.sandglass.format.InputException if a name is unknown or stands twice
    static FigureChoice read(Node node) {
        List<FigureKind> kinds = node.items().stream()
                .map(item -> FigureKind.of(item.word(FigureKind.words())))
                .toList();
        if (kinds.stream().distinct().count() < kinds.size()) {
            throw node.error("must name each figure once");
        }
        return new Named(kinds);
    }

    /// The figures for points of a dimension.
    ///
    /// @param d the dimension
    /// @return in the order of the page
    default List<FigureKind> in(int d) {
        return switch (this) {
            case Named(List<FigureKind> kinds) -> kinds;
            case Usual() ->
                switch (d) {
                    case 1 ->
                        List.of(FigureKind.MARGINALS, FigureKind.TRAJECTORIES, FigureKind.MODES, FigureKind.ERRORS);
                    case 2 ->
                        List.of(
                                FigureKind.SAMPLES,
                                FigureKind.TRAJECTORIES,
                                FigureKind.EVOLUTION,
                                FigureKind.MODES,
                                FigureKind.ERRORS);
                    default -> List.of(FigureKind.MARGINALS, FigureKind.MODES, FigureKind.ERRORS);
                };
        };
    }
}
