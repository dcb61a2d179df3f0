package org.sandglass.format;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// Results as a table of text with a header, a line per row, in the shortest digits that read back the same.
final class CsvArrayWriter implements ArrayWriter {
    private final RowCounter counter;
    private final RowNumbers numbers;
    private final WholeFile file;
    private final Writer out;

    CsvArrayWriter(Path target, ArrayLayout layout) throws IOException {
        Format format = Format.of(target);
        this.counter = new RowCounter(layout);
        this.numbers = new RowNumbers(layout);
        this.file = WholeFile.at(target);
        OutputStream bytes = Files.newOutputStream(file.path());
        this.out = new OutputStreamWriter(
                format == Format.CSV_GZ ? new GZIPOutputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8);
        out.write(layout.columns().stream().map(CsvArrayWriter::quoted).collect(Collectors.joining(",", "", "\n")));
    }

    private static String quoted(String name) {
        return name.matches("[^,;\t\"\r\n]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void append(int rows, double[]... quantities) throws IOException {
        counter.check(rows, quantities);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            line.setLength(0);
            double[] row = numbers.at(counter, i, quantities);
            for (int j = 0; j < row.length; j++) {
                line.append(j == 0 ? "" : ",").append(text(j, row[j]));
            }
            out.append(line.append('\n'));
        }
        counter.add(rows);
    }

    private String text(int column, double value) {
        return numbers.isInteger(column) ? String.valueOf((long) value) : NumberText.text(value);
    }

    @Override
    public void nextTime() {
        counter.nextTime();
    }

    @Override
    public void commit() throws IOException {
        counter.finish();
        out.close();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            out.close();
        }
    }
}
