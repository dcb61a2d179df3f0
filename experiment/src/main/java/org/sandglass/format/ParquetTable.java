package org.sandglass.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/// A Parquet file of rows of numbers in the making, doubles and 32-bit integers as its schema says.
///
/// Row groups hold up to 2²⁰ rows and about 32 MiB: what is in memory until it is written, and what a
/// reader of some columns skips by. Doubles are written plainly, since hardly two are the same.
final class ParquetTable extends WriteSupport<double[]> {
    private static final int GROUP_ROWS = 1 << 20;
    private static final long GROUP_BYTES = 1 << 25;

    private final MessageType schema;
    private final boolean[] integers;

    @SuppressWarnings("NullAway.Init") // given before the first row
    private RecordConsumer out;

    private ParquetTable(MessageType schema) {
        this.schema = schema;
        this.integers = new boolean[schema.getFieldCount()];
        for (int j = 0; j < integers.length; j++) {
            integers[j] = schema.getType(j).asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32;
        }
    }

    /// Begins a file.
    ///
    /// @param file where it is made
    /// @param schema required columns of doubles and 32-bit integers
    /// @return takes rows, a number per column
    /// @throws IOException if the machine fails
    static ParquetWriter<double[]> create(Path file, MessageType schema) throws IOException {
        Builder builder = new Builder(file, schema);
        for (int j = 0; j < schema.getFieldCount(); j++) {
            builder.withDictionaryEncoding(schema.getFieldName(j), builder.support.integers[j]);
        }
        return builder.withCompressionCodec(CompressionCodecName.SNAPPY)
                .withWriterVersion(WriterVersion.PARQUET_2_0)
                .withRowGroupSize(GROUP_BYTES)
                .withRowGroupRowCountLimit(GROUP_ROWS)
                .build();
    }

    @Override
    @SuppressWarnings("deprecation") // the library still declares this one abstract
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(double[] row) {
        out.startMessage();
        for (int j = 0; j < row.length; j++) {
            String name = schema.getFieldName(j);
            out.startField(name, j);
            if (integers[j]) {
                out.addInteger((int) row[j]);
            } else {
                out.addDouble(row[j]);
            }
            out.endField(name, j);
        }
        out.endMessage();
    }

    private static final class Builder extends ParquetWriter.Builder<double[], Builder> {
        private final ParquetTable support;

        Builder(Path file, MessageType schema) {
            super(new LocalOutputFile(file));
            this.support = new ParquetTable(schema);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // as above
        protected WriteSupport<double[]> getWriteSupport(Configuration configuration) {
            return support;
        }
    }
}
