package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The tile loops: both twins bit for bit, and a lane in a tile as the lane alone.
@Tag("lanes")
class TileOpsTwinsTest {
    private static final int MOST = 7;
    private static final int[] LANES = {1, 2, 5, 8, TileOps.LANES};

    /// Everything an operation may read or write: `MOST` rows of tiles, tables `MOST × MOST`, a row or two.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Room(double[] x, double[] t, double[] sums, double[] row, double[] means, double[] gains) {
        static Room random(SplittableRandom random, int lanes) {
            return new Room(
                    numbers(random, MOST * lanes, 3),
                    numbers(random, MOST * lanes, 3),
                    numbers(random, MOST * lanes, 1),
                    numbers(random, lanes, 1),
                    numbers(random, MOST * MOST, 2),
                    numbers(random, MOST * MOST, 2));
        }

        private static double[] numbers(SplittableRandom random, int n, double scale) {
            double[] out = new double[n];
            Arrays.setAll(out, _ -> switch (random.nextInt(40)) {
                case 0 -> 0;
                case 1 -> 1e200 * scale;
                case 2 -> 1e-200;
                case 3 -> -1500;
                case 4 -> Double.NEGATIVE_INFINITY;
                default -> random.nextDouble(-scale, scale);
            });
            return out;
        }

        /// One lane of the tiles.
        Room lane(int i, int lanes) {
            return new Room(
                    lane(x, i, lanes), lane(t, i, lanes), lane(sums, i, lanes), lane(row, i, lanes), means, gains);
        }

        private static double[] lane(double[] tile, int i, int lanes) {
            double[] out = new double[tile.length / lanes];
            Arrays.setAll(out, j -> tile[j * lanes + i]);
            return out;
        }

        Room copy() {
            return new Room(x.clone(), t.clone(), sums.clone(), row.clone(), means, gains);
        }

        long[] bits() {
            return Stream.of(x, t, sums, row)
                    .flatMapToDouble(Arrays::stream)
                    .mapToLong(Double::doubleToLongBits)
                    .toArray();
        }
    }

    /// `d` coordinates and `k` components, either at most [#MOST].
    private interface Use {
        void run(TileOps ops, Room room, int d, int k, int lanes);
    }

    private static Table table(double[] data) {
        return Table.rowMajor(data, MOST);
    }

    private static final Map<String, Use> USES = Map.ofEntries(
            Map.entry("fillRows", (ops, r, d, k, lanes) -> ops.fillRows(r.means, 1, k, r.t, 0, lanes)),
            Map.entry(
                    "addSquares with gains",
                    (ops, r, d, k, lanes) ->
                            ops.addSquares(r.x, d, 1, table(r.means), table(r.gains), 0, k, r.t, 0, lanes)),
            Map.entry(
                    "addSquares with gains, scaled",
                    (ops, r, d, k, lanes) -> ops.addSquares(
                            r.x, d, 0.3, table(r.means), table(r.gains).transposed(), 1, k, r.t, lanes, lanes)),
            Map.entry(
                    "addSquares",
                    (ops, r, d, k, lanes) -> ops.addSquares(r.x, d, 0.3, table(r.means), 0, k, r.t, 0, lanes)),
            Map.entry(
                    "addDifferences with gains",
                    (ops, r, d, k, lanes) ->
                            ops.addDifferences(r.t, 0, r.x, d, 1, table(r.means), table(r.gains), 0, k, r.sums, lanes)),
            Map.entry(
                    "addDifferences with gains, scaled",
                    (ops, r, d, k, lanes) -> ops.addDifferences(
                            r.t, lanes, r.x, d, 0.3, table(r.means), new Table(r.gains, 0, 1), 1, k, r.sums, lanes)),
            Map.entry(
                    "addDifferences",
                    (ops, r, d, k, lanes) ->
                            ops.addDifferences(r.t, 0, r.x, d, 0.3, table(r.means), 0, k, r.sums, lanes)),
            Map.entry(
                    "addProduct",
                    (ops, r, d, k, lanes) -> ops.addProduct(-1, table(r.means), d, 0, k, r.t, 0, r.sums, 0, lanes)),
            Map.entry(
                    "addProduct, transposed",
                    (ops, r, d, k, lanes) ->
                            ops.addProduct(0.7, table(r.means).transposed(), d, 1, k, r.t, lanes, r.sums, 0, lanes)),
            Map.entry("raiseMaximum", (ops, r, d, k, lanes) -> ops.raiseMaximum(r.t, k, r.row, lanes)),
            Map.entry("exponentials", (ops, r, d, k, lanes) -> {
                ops.raiseMaximum(r.t, k, r.row, lanes);
                ops.exponentials(r.t, k, r.row, r.sums, lanes);
            }),
            Map.entry("multiplyRows", (ops, r, d, k, lanes) -> ops.multiplyRows(r.row, r.t, k, lanes)));

    @TestFactory
    Stream<DynamicTest> twinsGiveTheSameBits() {
        TileOps plain = new PlainArrayOps().tiles();
        TileOps vector = new VectorArrayOps().tiles();
        return USES.entrySet().stream()
                .map(use -> DynamicTest.dynamicTest(
                        use.getKey(),
                        () -> forEachShape((random, d, k, lanes) -> {
                            Room room = Room.random(random, lanes);
                            Room other = room.copy();
                            use.getValue().run(plain, room, d, k, lanes);
                            use.getValue().run(vector, other, d, k, lanes);
                            assertThat(other.bits())
                                    .as("%s, d = %d, k = %d, %d lanes", use.getKey(), d, k, lanes)
                                    .isEqualTo(room.bits());
                        })));
    }

    @TestFactory
    Stream<DynamicTest> aLaneIsAsTheLaneAlone() {
        TileOps vector = new VectorArrayOps().tiles();
        return USES.entrySet().stream()
                .map(use -> DynamicTest.dynamicTest(
                        use.getKey(),
                        () -> forEachShape((random, d, k, lanes) -> {
                            Room room = Room.random(random, lanes);
                            Room alone = room.copy().lane(lanes / 2, lanes);
                            use.getValue().run(vector, room, d, k, lanes);
                            use.getValue().run(vector, alone, d, k, 1);
                            assertThat(alone.bits())
                                    .as("%s, d = %d, k = %d, %d lanes", use.getKey(), d, k, lanes)
                                    .isEqualTo(room.lane(lanes / 2, lanes).bits());
                        })));
    }

    private interface Check {
        void of(SplittableRandom random, int d, int k, int lanes);
    }

    private static void forEachShape(Check check) {
        SplittableRandom random = new SplittableRandom(7);
        for (int lanes : LANES) {
            for (int d = 1; d <= MOST; d++) {
                for (int k = 1; k <= MOST; k++) {
                    check.of(random, d, k, lanes);
                }
            }
        }
    }

    /// HotSpot inlines hot methods of up to 325 bytecodes (`FreqInlineSize`). These must stay compiled on their own,
    /// or vectors become objects in the callers' graphs; see [VectorTileOps].
    @Test
    void blocksAreTooLargeToBeInlined() throws IOException {
        try (var in = VectorTileOps.class.getResourceAsStream("VectorTileOps.class")) {
            ClassModel model = ClassFile.of().parse(in.readAllBytes());
            var blocks = model.methods().stream()
                    .filter(method -> method.methodName().stringValue().matches("add.*(Two|OfRow).*|exponentials"))
                    .toList();
            assertThat(blocks).hasSize(8);
            assertThat(blocks)
                    .allSatisfy(method -> assertThat(length(method))
                            .as("%s%s", method.methodName(), method.methodType())
                            .isGreaterThan(325));
        }
    }

    private static int length(MethodModel method) {
        return ((CodeAttribute) method.code().orElseThrow()).codeLength();
    }
}
