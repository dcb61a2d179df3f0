package org.sandglass.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// Results as a Parquet table, a column per number.
final class ParquetArrayWriter implements ArrayWriter {
    private final RowCounter counter;
    private final RowNumbers numbers;
    private final WholeFile file;
    private final ParquetWriter<double[]> out;
    private boolean ended;

    ParquetArrayWriter(Path target, ArrayLayout layout) throws IOException {
        List<String> columns = layout.columns();
        this.counter = new RowCounter(layout);
        this.numbers = new RowNumbers(layout);
        this.file = WholeFile.at(target);
        this.out = ParquetTable.create(file.path(), schema(columns));
    }

    private MessageType schema(List<String> columns) {
        List<Type> types = columns.stream()
                .map(name -> (Type) Types.required(type(columns.indexOf(name))).named(name))
                .toList();
        return new MessageType("sandglass", types);
    }

    private PrimitiveTypeName type(int column) {
        return numbers.isInteger(column) ? PrimitiveTypeName.INT32 : PrimitiveTypeName.DOUBLE;
    }

    @Override
    public void append(int rows, double[]... quantities) throws IOException {
        counter.check(rows, quantities);
        for (int i = 0; i < rows; i++) {
            out.write(numbers.at(counter, i, quantities));
        }
        counter.add(rows);
    }

    @Override
    public void nextTime() {
        counter.nextTime();
    }

    @Override
    public void commit() throws IOException {
        counter.finish();
        end();
        file.commit();
    }

    private void end() throws IOException {
        if (!ended) {
            ended = true;
            out.close();
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            end();
        }
    }
}
