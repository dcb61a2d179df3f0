package org.sandglass.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// DuckDB reads what is written here, and writes what is read.
class ParquetTest {
    @TempDir
    Path folder;

    @Test
    void duckDbReadsTheNumbersBitForBit() throws Exception {
        Path file = folder.resolve("made.parquet");
        double[] logDensity = {1, Double.NEGATIVE_INFINITY, Double.NaN};
        ArrayLayout layout = ArrayLayout.of(Quantity.vector("x", 2), Quantity.scalar("log-density"))
                .withBatch(1);
        try (ArrayWriter writer = ArrayFiles.create(file, layout)) {
            writer.append(3, Fixtures.X, logDensity);
            writer.commit();
        }
        try (Connection duck = duck();
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select b, x0, x1, \"log-density\" from '" + file + "'")) {
            for (int i = 0; i < 3; i++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isZero();
                assertThat(rows.getDouble(2)).isEqualTo(Fixtures.X[2 * i]);
                assertThat(rows.getDouble(3)).isEqualTo(Fixtures.X[2 * i + 1]);
                assertThat(rows.getDouble(4)).isEqualTo(Double.valueOf(logDensity[i]));
            }
            assertThat(rows.next()).isFalse();
        }
    }

    /// 2.5 million rows make three row groups; integers are integers, and no number is lost between groups.
    @Test
    void rowGroupsHoldAMillionRowsAndIntegersAreIntegers() throws Exception {
        Path file = folder.resolve("made.parquet");
        int chunk = 1 << 14;
        int chunks = 153;
        double[] x = new double[chunk];
        double[] k = new double[chunk];
        ArrayLayout layout = ArrayLayout.of(Quantity.vector("x", 1), Quantity.integer("component"));
        try (ArrayWriter writer = ArrayFiles.create(file, layout)) {
            for (int c = 0; c < chunks; c++) {
                for (int i = 0; i < chunk; i++) {
                    x[i] = 0.5 * ((long) c * chunk + i);
                    k[i] = i % 40;
                }
                writer.append(chunk, x, k);
            }
            writer.commit();
        }
        long n = (long) chunk * chunks;
        try (Connection duck = duck();
                Statement statement = duck.createStatement()) {
            assertThat(text(
                            statement,
                            "select count(*), sum(x0), max(component), typeof(any_value(component)) from '" + file
                                    + "'"))
                    .isEqualTo(n + " " + 0.25 * n * (n - 1) + " 39 INTEGER");
            assertThat(text(
                            statement,
                            "select max(row_group_num_rows), count(distinct row_group_id) from" + " parquet_metadata('"
                                    + file + "')"))
                    .isEqualTo((1 << 20) + " 3");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                text.append(i > 1 ? " " : "").append(rows.getString(i));
            }
            return text.toString();
        }
    }

    @Test
    void readsWhatDuckDbWrites() throws Exception {
        Path file = folder.resolve("duck.parquet");
        write(file, "select i * 0.5::double as x1, i::integer as x0, 'a' as kind, i::float as f from range(5000) t(i)");
        NumberArray points = ArrayFiles.read(file, Selection.usual());
        assertThat(points.shape()).containsExactly(5000, 2);
        assertThat(points.points().row(4999)).containsExactly(4999, 2499.5);
        assertThat(ArrayFiles.read(file, Selection.columns("f")).shape()).containsExactly(5000, 1);
    }

    @Test
    void refusesMissingNumbersAndText() throws Exception {
        Path file = folder.resolve("duck.parquet");
        write(file, "select * from (values (1.0::double, 'a'), (null, 'b')) t(x0, kind)");
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": column x0: a number is missing");
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.columns("kind")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": column kind holds")
                .hasMessageEndingWith("needed doubles, floats or signed integers");
    }

    @Test
    void refusesDecimalsRatherThanReadTheirDigits() throws Exception {
        Path file = folder.resolve("duck.parquet");
        write(file, "select 1.5::decimal(4, 1) as x0");
        assertThatThrownBy(() -> ArrayFiles.read(file, Selection.usual()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + ": column x0 holds");
    }

    private static void write(Path file, String query) throws SQLException {
        try (Connection duck = duck();
                Statement statement = duck.createStatement()) {
            statement.execute("copy (" + query + ") to '" + file + "' (format parquet)");
        }
    }

    private static Connection duck() throws SQLException {
        return DriverManager.getConnection("jdbc:duckdb:");
    }
}
