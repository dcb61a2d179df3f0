package org.sandglass.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Reads one column of a table with a header as text: the labels of its rows.
public final class TextColumn {
    private TextColumn() {}

    /// The entries of a column, without the header.
    ///
    /// @param file a `.csv` or `.csv.gz` with a header
    /// @param column the column's name or index
    /// @return one text per row
    /// @throws InputException if the file is no such table, or has no such column
    /// @throws IOException if the machine fails
    public static List<String> read(Path file, String column) throws IOException {
        Format format = Format.of(file);
        if (format != Format.CSV && format != Format.CSV_GZ) {
            throw InputException.in(file, "needs to be a .csv or .csv.gz, which can hold a column of labels");
        }
        if (!Files.isRegularFile(file)) {
            throw InputException.in(file, "no such file");
        }
        try (InputStream bytes = open(file);
                CsvRecords records =
                        new CsvRecords(file.toString(), new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            int index = new ColumnNames(file.toString(), List.copyOf(records.next())).one(column);
            List<String> entries = new ArrayList<>();
            for (List<String> row = records.next(); !row.isEmpty(); row = records.next()) {
                if (row.size() <= index) {
                    throw InputException.in(file, "line " + records.line() + " has no column " + column);
                }
                entries.add(row.get(index));
            }
            return entries;
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(raw) : raw;
    }
}
