/// The self-contained HTML page.
///
/// A [org.sandglass.report.ReportPage] is plain data: sections of [org.sandglass.report.Block]s, that is text,
/// tables, figures, references. Its HTML needs no network and no other file: figures are inline SVG whose colours
/// follow the reader's light or dark scheme, and what moves is a few lines of script of our own.
/// [org.sandglass.report.RunReport] makes the page of a run, with the figures and animations that its experiment
/// asks for, and cites what ran ([org.sandglass.report.Citations]).
@NullMarked
package org.sandglass.report;

import org.jspecify.annotations.NullMarked;
