package org.sandglass.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A CSV file as a table: named columns and records of one width.
///
/// The first record is the header if none of its fields is a number.
final class CsvTable implements Closeable {
    private final String source;
    private final CsvRecords records;
    private final ColumnNames names;
    private List<String> pending;

    private CsvTable(String source, CsvRecords records) throws IOException {
        this.source = source;
        this.records = records;
        List<String> first = List.copyOf(records.next());
        if (first.isEmpty()) {
            throw new InputException(source + ": is empty");
        }
        boolean header =
                first.stream().allMatch(field -> NumberText.parse(field).isEmpty());
        this.names = header ? new ColumnNames(source, first) : ColumnNames.numbered(source, first.size());
        this.pending = header ? List.of() : first;
    }

    /// Opens a table.
    ///
    /// @param file the file, compressed if its name ends with `.gz`
    /// @return the table, before its first record
    /// @throws InputException if it is empty or no text
    /// @throws IOException if the machine fails
    static CsvTable open(Path file) throws IOException {
        Reader text = new InputStreamReader(bytes(file), StandardCharsets.UTF_8.newDecoder());
        try {
            return translating(
                    file.toString(), () -> new CsvTable(file.toString(), new CsvRecords(file.toString(), text)));
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static InputStream bytes(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        if (Format.of(file) != Format.CSV_GZ) {
            return in;
        }
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw InputException.in(file, "is not a .gz file, or truncated: " + e.getMessage());
        }
    }

    /// The columns.
    ///
    /// @return their names
    ColumnNames names() {
        return names;
    }

    /// Goes to the next record.
    ///
    /// @return its fields, in a list that the next call reuses; empty at the end
    /// @throws InputException if it is not as wide as the first, or the file is damaged
    /// @throws IOException if the machine fails
    List<String> next() throws IOException {
        if (!pending.isEmpty()) {
            List<String> first = pending;
            pending = List.of();
            return first;
        }
        List<String> record = translating(source, records::next);
        if (!record.isEmpty() && record.size() != names.names().size()) {
            throw new InputException(source + ": line " + records.line() + " has " + record.size()
                    + " columns, the first line has " + names.names().size());
        }
        return record;
    }

    /// A field of the present record, to complain about.
    ///
    /// @param column its index
    /// @return `file: line 5, column name`
    String place(int column) {
        return source + ": line " + records.line() + ", column " + names.names().get(column);
    }

    /// All values of one column as text.
    ///
    /// @param column its name or index
    /// @return a value per record, as it stands
    /// @throws IOException if the machine fails
    List<String> texts(String column) throws IOException {
        int index = names.one(column);
        List<String> texts = new ArrayList<>();
        for (List<String> record = next(); !record.isEmpty(); record = next()) {
            texts.add(record.get(index));
        }
        return texts;
    }

    private static <T> T translating(String source, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (CharacterCodingException _) {
            throw new InputException(source + ": is not a text file in UTF-8");
        } catch (ZipException | EOFException e) {
            throw new InputException(source + ": damaged or truncated: " + e.getMessage());
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
