package org.sandglass.format;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// The records of a CSV text (RFC 4180), one after the other.
///
/// The separator is tab or semicolon where the first line has one outside quotes, else comma. Blank lines are
/// passed over, and so are lines before the first record that begin with `#`. A byte order mark is ignored.
final class CsvRecords implements Closeable {
    private static final int END = -1;

    private final String source;
    private final BufferedReader in;
    private final String first;
    private final char separator;
    private int taken;
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
        this.first = firstLine();
        this.separator = separator(first);
    }

    /// The first line that is neither blank nor a comment, with its end; empty if there is none.
    private String firstLine() throws IOException {
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            String bare = nextLine == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (!bare.isBlank() && !bare.startsWith("#")) {
                return bare + "\n";
            }
            nextLine++;
        }
        return "";
    }

    private static char separator(String firstLine) {
        String bare = firstLine.replaceAll("\"[^\"]*\"?", "");
        return bare.indexOf('\t') >= 0 ? '\t' : bare.indexOf(';') >= 0 ? ';' : ',';
    }

    private int read() throws IOException {
        return taken < first.length() ? first.charAt(taken++) : in.read();
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
            c = read();
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
            c = read();
            readField();
        }
        if (c == '\r') {
            c = read();
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
            c = read();
        }
        if (c == '"') {
            readQuoted();
        }
        while (c != separator && c != '\n' && c != '\r' && c != END) {
            field.append((char) c);
            c = read();
        }
        fields.add(field.toString().strip());
    }

    private void readQuoted() throws IOException {
        c = read();
        while (c != '"' || isDoubled()) {
            if (c == END) {
                throw new InputException(source + ": line " + line + ": a quote is not closed");
            }
            nextLine += c == '\n' ? 1 : 0;
            field.append((char) c);
            c = read();
        }
    }

    /// After a quote within quotes: whether another follows at once, which stands for one; reads what follows.
    private boolean isDoubled() throws IOException {
        c = read();
        return c == '"';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
