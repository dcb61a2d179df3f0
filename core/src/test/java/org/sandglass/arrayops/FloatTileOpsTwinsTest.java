package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The tile loops in single precision: both twins bit for bit, a lane in a tile as the lane alone, and the order that
/// is promised.
@Tag("lanes")
class FloatTileOpsTwinsTest {
    private static final int[] LANES = {1, 3, 4, 16, FloatTileOps.LANES};
    private static final int[] ROWS = {1, 2, 7, 64, 65, 131};
    private static final int MOST = 131;
    private static final int COLUMNS = 10;

    /// Tiles and matrices for any operation.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Room(float[] y, float[] t, float[] sums, float[] row, float[] constants, float[] numbers) {
        static Room random(SplittableRandom random, int lanes) {
            return new Room(
                    numbers(random, COLUMNS * lanes),
                    numbers(random, MOST * lanes),
                    numbers(random, 2 * COLUMNS * lanes),
                    numbers(random, lanes),
                    numbers(random, MOST),
                    numbers(random, 2 * COLUMNS * MOST));
        }

        private static float[] numbers(SplittableRandom random, int n) {
            float[] out = new float[n];
            for (int i = 0; i < n; i++) {
                out[i] = switch (random.nextInt(40)) {
                    case 0 -> 0;
                    case 1 -> 1e30f;
                    case 2 -> 1e-30f;
                    case 3 -> -150;
                    case 4 -> Float.NEGATIVE_INFINITY;
                    default -> (float) random.nextDouble(-3, 3);
                };
            }
            return out;
        }

        FloatPanels packed(int columns) {
            return FloatPanels.packed(MOST, columns, (k, c) -> numbers[k * columns + c]);
        }

        FloatPanels byRows(int columns) {
            return FloatPanels.byRows(MOST, columns, (k, c) -> numbers[k * columns + c]);
        }

        /// One lane of the tiles.
        Room lane(int i, int lanes) {
            return new Room(
                    lane(y, i, lanes),
                    lane(t, i, lanes),
                    lane(sums, i, lanes),
                    lane(row, i, lanes),
                    constants,
                    numbers);
        }

        private static float[] lane(float[] tile, int i, int lanes) {
            float[] out = new float[tile.length / lanes];
            for (int j = 0; j < out.length; j++) {
                out[j] = tile[j * lanes + i];
            }
            return out;
        }

        Room copy() {
            return new Room(y.clone(), t.clone(), sums.clone(), row.clone(), constants, numbers);
        }

        int[] bits() {
            return Stream.of(y, t, sums, row)
                    .flatMapToInt(a -> IntStream.range(0, a.length).map(i -> Float.floatToIntBits(a[i])))
                    .toArray();
        }
    }

    /// `k` components at most [#MOST].
    private interface Use {
        void run(FloatTileOps ops, Room room, int k, int lanes);
    }

    private static int[] someOf(int k) {
        return IntStream.range(0, k).filter(i -> i % 3 != 1).toArray();
    }

    private static final Map<String, Use> USES = Map.ofEntries(
            Map.entry(
                    "whitenedTerms",
                    (ops, r, k, lanes) ->
                            ops.whitenedTerms(r.y, r.packed(2 * COLUMNS), r.constants, 0, k, r.t, 0, lanes)),
            Map.entry(
                    "whitenedTerms of one pair, from the middle",
                    (ops, r, k, lanes) ->
                            ops.whitenedTerms(r.y, r.packed(4), r.constants, k / 2, k, r.t, lanes * (k / 2), lanes)),
            Map.entry(
                    "roundTerms",
                    (ops, r, k, lanes) ->
                            ops.roundTerms(r.y, COLUMNS, r.packed(COLUMNS), r.constants, 0, k, r.t, 0, lanes)),
            Map.entry(
                    "roundTerms of two rows",
                    (ops, r, k, lanes) -> ops.roundTerms(r.y, 2, r.packed(2), r.constants, k / 3, k, r.t, 0, lanes)),
            Map.entry("addProduct", (ops, r, k, lanes) -> {
                int[] rows = someOf(k);
                ops.addProduct(r.packed(COLUMNS), rows, rows.length, r.t, 0, 0, r.sums, lanes, lanes);
            }),
            Map.entry(
                    "addProduct by rows, from the last",
                    (ops, r, k, lanes) ->
                            ops.addProduct(r.byRows(5), new int[] {k - 1}, 1, r.t, k - 1, lanes, r.sums, 0, lanes)),
            Map.entry("raiseMaximum", (ops, r, k, lanes) -> ops.raiseMaximum(r.t, k, r.row, lanes)),
            Map.entry("exponentials", (ops, r, k, lanes) -> {
                ops.raiseMaximum(r.t, k, r.row, lanes);
                ops.exponentials(r.t, k, r.row, r.sums, lanes);
            }),
            Map.entry("isZero", (ops, r, k, lanes) -> {
                Arrays.fill(r.t, 0, lanes, 0);
                r.t[k % lanes] = k % 2;
                r.row[0] = ops.isZero(r.t, 0, lanes) ? 1 : 0;
            }));

    @TestFactory
    Stream<DynamicTest> twinsGiveTheSameBits() {
        FloatTileOps plain = new PlainArrayOps().floatTiles();
        FloatTileOps vector = new VectorArrayOps().floatTiles();
        return forEachUse((use, room, k, lanes) -> {
            Room other = room.copy();
            use.run(plain, room, k, lanes);
            use.run(vector, other, k, lanes);
            assertThat(other.bits()).as("k = %d, %d lanes", k, lanes).isEqualTo(room.bits());
        });
    }

    @TestFactory
    Stream<DynamicTest> aLaneIsAsTheLaneAlone() {
        FloatTileOps vector = new VectorArrayOps().floatTiles();
        return forEachUse((use, room, k, lanes) -> {
            Room alone = room.copy().lane(lanes / 2, lanes);
            use.run(vector, room, k, lanes);
            use.run(vector, alone, k, 1);
            if (lanes == 1 || use != USES.get("isZero")) {
                assertThat(alone.bits())
                        .as("k = %d, %d lanes", k, lanes)
                        .isEqualTo(room.lane(lanes / 2, lanes).bits());
            }
        });
    }

    private interface Check {
        void of(Use use, Room room, int k, int lanes);
    }

    private static Stream<DynamicTest> forEachUse(Check check) {
        SplittableRandom random = new SplittableRandom(7);
        return USES.entrySet().stream()
                .map(use -> DynamicTest.dynamicTest(use.getKey(), () -> {
                    for (int lanes : LANES) {
                        for (int k : ROWS) {
                            check.of(use.getValue(), Room.random(random, lanes), k, lanes);
                        }
                    }
                }));
    }

    /// The contract of `whitenedTerms` and of `roundTerms`, written as it reads.
    @Test
    void termsKeepToTheirOrder() {
        Room r = Room.random(new SplittableRandom(3), 1);
        FloatPanels maps = r.packed(2 * COLUMNS);
        float expected = r.constants[70];
        float round = r.constants[70];
        for (int h = 0; h < COLUMNS / 2; h++) {
            float w = Math.fma(r.y[2 * h], maps.get(70, 4 * h), maps.get(70, 4 * h + 1));
            float other = Math.fma(r.y[2 * h + 1], maps.get(70, 4 * h + 2), maps.get(70, 4 * h + 3));
            expected -= Math.fma(other, other, w * w);
            float v = r.y[2 * h] - maps.get(70, 2 * h);
            float next = r.y[2 * h + 1] - maps.get(70, 2 * h + 1);
            round -= Math.fma(next, next, v * v);
        }
        float[] t = new float[2];
        new PlainArrayOps().floatTiles().whitenedTerms(r.y, maps, r.constants, 70, 71, t, 0, 1);
        new PlainArrayOps().floatTiles().roundTerms(r.y, COLUMNS, maps, r.constants, 70, 71, t, 1, 1);
        assertThat(t).containsExactly(expected, round);
    }

    @Test
    void bothLayoutsHoldTheSameMatrix() {
        Room r = Room.random(new SplittableRandom(5), 1);
        FloatPanels packed = r.packed(7);
        FloatPanels byRows = r.byRows(7);
        for (int k = 0; k < MOST; k++) {
            for (int c = 0; c < 8; c++) {
                float expected = c < 7 ? r.numbers[k * 7 + c] : 0;
                assertThat(packed.get(k, c)).isEqualTo(expected);
                assertThat(byRows.get(k, c)).isEqualTo(expected);
            }
        }
    }

    /// As for [VectorTileOps]: methods of up to 325 bytecodes are inlined, and then vectors become objects.
    @Test
    void blocksAreTooLargeToBeInlined() throws IOException {
        try (var in = VectorFloatTileOps.class.getResourceAsStream("VectorFloatTileOps.class")) {
            var blocks = ClassFile.of().parse(in.readAllBytes()).methods().stream()
                    .filter(method -> method.methodName().stringValue().matches("(first|next|addFour).*|exponentials"))
                    .toList();
            assertThat(blocks).hasSize(6);
            assertThat(blocks)
                    .allSatisfy(method -> assertThat(length(method))
                            .as("%s", method.methodName())
                            .isGreaterThan(325));
        }
    }

    private static int length(MethodModel method) {
        return ((CodeAttribute) method.code().orElseThrow()).codeLength();
    }
}
