package org.sandglass.report;

import org.sandglass.figure.Figure;
import org.sandglass.run.Evidence;
import org.sandglass.specification.FigureKind;

/// A figure of a run.
///
/// @param kind what asked for it
/// @param name its file without folder and suffix
/// @param figure what it shows
record Exhibit(FigureKind kind, String name, Figure figure) {
    /// The only figure of a kind.
    static Exhibit of(FigureKind kind, Figure figure) {
        return new Exhibit(kind, kind.word(), figure);
    }

    /// One of several figures of a kind.
    static Exhibit of(FigureKind kind, String part, Figure figure) {
        return new Exhibit(kind, kind.word() + "-" + part, figure);
    }

    /// What a kind shows of one sampler.
    static Exhibit of(FigureKind kind, Evidence.OfSampler sampler, Figure figure) {
        return of(kind, sampler.result().name(), figure);
    }

    String file() {
        return "figures/" + name + ".svg";
    }

    Block.Drawing block() {
        return new Block.Drawing(figure, file());
    }
}
