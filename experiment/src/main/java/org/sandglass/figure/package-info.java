/// Figures from small declarative records, as SVG with fixed text metrics, and PNG from that.
///
/// A [org.sandglass.figure.Figure] is data; [org.sandglass.figure.Svg] draws it in the colours of a
/// [org.sandglass.figure.Theme], and [org.sandglass.figure.Png] makes pixels of the result. Title, caption and
/// width of a figure are its [org.sandglass.figure.Sheet].
///
/// The layer is our own, and small: see decision 0035. Underneath, a `Canvas` collects elements, a `Plot` is a
/// panel with two axes, `Ticks` finds round numbers, a `Legend` stands outside the panels, and for each kind of
/// figure there is one class that draws it.
@NullMarked
package org.sandglass.figure;

import org.jspecify.annotations.NullMarked;
