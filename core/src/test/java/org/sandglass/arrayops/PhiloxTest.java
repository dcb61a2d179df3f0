package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Words in planes, by both twins, against another implementation.
@Tag("lanes")
class PhiloxTest {
    private static long[] planes(ArrayOps ops, long[] start, int blocks) {
        long[] words = new long[4 * blocks];
        ops.philox(start, words, blocks);
        return words;
    }

    /// Commons RNG moves its counter on before it makes a block.
    private static long[] byCommons(long[] start, int blocks) {
        long[] before = start.clone();
        before[2]--;
        Philox4x64 generator = new Philox4x64(before);
        long[] words = new long[4 * blocks];
        for (int i = 0; i < words.length; i++) {
            words[(i & 3) * blocks + (i >> 2)] = generator.nextLong();
        }
        return words;
    }

    /// 200 keys and counters of every kind of word: 0, all bits, few bits, random; and every number of blocks up to
    /// 70.
    @Test
    void wordsAreThoseOfCommonsRng() {
        SplittableRandom random = new SplittableRandom(12);
        for (int round = 0; round < 200; round++) {
            long[] start = new long[6];
            Arrays.setAll(start, i -> word(random));
            start[2] = start[2] >>> 1 | 1;
            int blocks = round % 71;
            long[] expected = byCommons(start, blocks);
            assertThat(planes(new PlainArrayOps(), start, blocks))
                    .as("plain, %d blocks of %s", blocks, Arrays.toString(start))
                    .isEqualTo(expected);
            assertThat(planes(new VectorArrayOps(), start, blocks))
                    .as("vector, %d blocks of %s", blocks, Arrays.toString(start))
                    .isEqualTo(expected);
        }
    }

    private static long word(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> 1L << random.nextInt(64);
            default -> random.nextLong();
        };
    }

    @Test
    void theStartIsNotWrittenTo() {
        long[] start = {1, 2, 3, 4, 5, 6};
        planes(new VectorArrayOps(), start, 20);
        planes(new PlainArrayOps(), start, 20);
        assertThat(start).containsExactly(1, 2, 3, 4, 5, 6);
    }
}
