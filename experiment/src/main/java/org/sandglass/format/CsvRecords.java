package org.sandglass.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// The records of a CSV text (RFC 4180), one after the other.
///
/// The separator is tab or semicolon where the first line has one outside quotes, else comma. Blank lines are passed over, and so are
/// lines before the first record that begin with `#`. A byte order mark is ignored.
final class CsvRecords implements Closeable {
    private static final int LONGEST_FIRST_LINE = 1 << 22;
    private static final int END = -1;

    private final String source;
    private final BufferedReader in;
    private final char separator;
    private final List<String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private long nextLine = 1;
    private long line;
    private int c;

    /// @param source names the text in messages
    /// @param text the text; closed with this object
    /// @throws IOException if the machine fails
    CsvRecords(String source, Reader text) throws IOException {
        this.source = source;
        this.in = new BufferedReader(text, 1 << 16);
        this.separator = separator();
    }

    private char separator() throws IOException {
        in.mark(LONGEST_FIRST_LINE);
        if (in.read() == '\uFEFF') {
            in.mark(LONGEST_FIRST_LINE);
        } else {
            in.reset();
        }
        for (String first = in.readLine(); first != null; first = in.readLine()) {
            if (!first.isBlank() && !first.startsWith("#")) {
                in.reset();
                in.mark(0); // no more memory for lines to go back to
                String bare = first.replaceAll("\"[^\"]*\"?", "");
                return bare.indexOf('\t') >= 0 ? '\t' : bare.indexOf(';') >= 0 ? ';' : ',';
            }
            nextLine++;
            in.mark(LONGEST_FIRST_LINE);
        }
        return ',';
    }

    /// Goes to the next record.
    ///
    /// @return its fields, in a list that the next call reuses; empty at the end
    /// @throws InputException if a quote is not closed
    /// @throws IOException if the machine fails
    List<String> next() throws IOException {
        do {
            fields.clear();
            line = nextLine;
            c = in.read();
            if (c == END) {
                return fields;
            }
            readRecord();
        } while (fields.size() == 1 && fields.getFirst().isBlank());
        return fields;
    }

    /// Where the present record begins.
    ///
    /// @return its line, from 1
    long line() {
        return line;
    }

    private void readRecord() throws IOException {
        readField();
        while (c == separator) {
            c = in.read();
            readField();
        }
        if (c == '\r') {
            c = in.read();
            if (c != '\n' && c != END) {
                throw new InputException(source + ": line " + line + ": a carriage return within the line");
            }
        }
        nextLine++;
    }

    /// Reads a field; `c` is its first character, and then the one after it.
    private void readField() throws IOException {
        field.setLength(0);
        while (c == ' ') {
            c = in.read();
        }
        if (c == '"') {
            readQuoted();
        }
        while (c != separator && c != '\n' && c != '\r' && c != END) {
            field.append((char) c);
            c = in.read();
        }
        fields.add(field.toString().strip());
    }

    private void readQuoted() throws IOException {
        c = in.read();
        while (c != '"' || isDoubled()) {
            if (c == END) {
                throw new InputException(source + ": line " + line + ": a quote is not closed");
            }
            nextLine += c == '\n' ? 1 : 0;
            field.append((char) c);
            c = in.read();
        }
    }

    /// After a quote within quotes: whether another follows at once, which stands for one; reads what follows.
    private boolean isDoubled() throws IOException {
        c = in.read();
        return c == '"';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
