package org.sandglass.report;

import org.sandglass.figure.Figure;
import org.sandglass.specification.FigureKind;

/// A figure of a run.
///
/// @param kind what asked for it
/// @param name its file without folder and suffix
/// @param figure what it shows
record Exhibit(FigureKind kind, String name, Figure figure) {
    String file() {
        return "figures/" + name + ".svg";
    }

    Block.Drawing block() {
        return new Block.Drawing(figure, file());
    }
}
