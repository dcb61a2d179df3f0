package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.figure.Figure;

/// What stands on a page, from top to bottom.
///
/// Text called *marked* may hold `` `code` ``, `$formulas$` in Unicode, and `x_{i}`, `x^{2}` within them; text called
/// *plain* is shown as it is.
public sealed interface Block {
    /// A paragraph.
    ///
    /// @param text marked
    record Prose(String text) implements Block {}

    /// A heading within a section.
    ///
    /// @param text plain
    /// @param file a page with more, relative to this one; may be empty
    record Heading(String text, String file) implements Block {}

    /// What stands on the page, as links to its sections.
    ///
    /// @param titles of sections of this page, plain
    record Contents(List<String> titles) implements Block {
        /// Copies the list.
        public Contents {
            titles = List.copyOf(titles);
        }
    }

    /// Where something comes from.
    ///
    /// @param text plain
    /// @param link an address; may be empty
    record Source(String text, String link) implements Block {}

    /// Lines as they would be typed.
    ///
    /// @param text plain, with its line breaks
    record Listing(String text) implements Block {}

    /// Things and what is to be said of each.
    ///
    /// @param entries name, plain, to text, marked
    record Facts(SequencedMap<String, String> entries) implements Block {
        /// Copies the entries.
        public Facts {
            entries = new LinkedHashMap<>(entries);
        }
    }

    /// Rows and columns.
    ///
    /// @param caption what they say, marked
    /// @param header a name for each column, plain; the first column names the rows
    /// @param rows as many cells each as the header has
    record Table(String caption, List<String> header, List<List<Cell>> rows) implements Block {
        /// Copies the lists and counts the cells.
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != header.size()) {
                    throw new IllegalArgumentException(
                            "Table needs " + header.size() + " cells in each row, got " + row.size());
                }
            }
        }
    }

    /// A place in a table.
    ///
    /// @param text plain
    /// @param note a second, smaller line, plain; may be empty
    /// @param mark what its look says
    record Cell(String text, String note, Mark mark) {
        /// What a cell's look says; its text says so too.
        public enum Mark {
            /// Nothing.
            NONE,
            /// What others are compared with.
            REFERENCE,
            /// As good as can be told.
            GOOD,
            /// Something is wrong.
            BAD
        }

        /// A cell that is a text and no more.
        ///
        /// @param text plain
        /// @return without a note or mark
        public static Cell of(String text) {
            return new Cell(text, "", Mark.NONE);
        }
    }

    /// A figure.
    ///
    /// @param figure drawn in the colours of the reader's scheme
    /// @param file the file that shows it alone, relative to the page; may be empty
    record Drawing(Figure figure, String file) implements Block {}

    /// Several blocks beside each other, as many as fit.
    ///
    /// @param blocks such as figures of one column's width, or narrow tables
    record Beside(List<Block> blocks) implements Block {
        /// Copies the list.
        public Beside {
            blocks = List.copyOf(blocks);
        }
    }

    /// Points that move.
    ///
    /// @param motion where they are when
    /// @param file the animation as a file, relative to the page; may be empty
    record Moving(Motion motion, String file) implements Block {}

    /// What is shown on request only, but always on paper.
    ///
    /// @param summary what it is, plain
    /// @param blocks what is folded away
    record Folded(String summary, List<Block> blocks) implements Block {
        /// Copies the list.
        public Folded {
            blocks = List.copyOf(blocks);
        }
    }

    /// What the page cites.
    ///
    /// @param citations in order
    record References(List<Citation> citations) implements Block {
        /// Copies the list.
        public References {
            citations = List.copyOf(citations);
        }
    }
}
