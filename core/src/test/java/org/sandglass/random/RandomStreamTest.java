package org.sandglass.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.arrayops.PlainArrayOps;
import org.sandglass.arrayops.VectorArrayOps;
import org.sandglass.testing.Allocation;

class RandomStreamTest {
    private static final int LENGTH = 2000;

    private static RandomStream stream() {
        return RandomStreams.of(11).stream("test", 2, 3);
    }

    private static double[] normals(RandomStream stream, int n) {
        double[] out = new double[n];
        stream.fillNormals(out, 0, n);
        return out;
    }

    private static double[] uniforms(RandomStream stream, int n) {
        double[] out = new double[n];
        stream.fillUniforms(out, 0, n);
        return out;
    }

    @Test
    void normalsDoNotDependOnHowTheyAreCut() {
        double[] whole = normals(stream(), LENGTH);
        SplittableRandom cuts = new SplittableRandom(1);
        for (int longest : new int[] {1, 2, 3, 9, 600, 1100}) {
            RandomStream stream = stream();
            double[] pieces = new double[LENGTH];
            for (int i = 0; i < LENGTH; ) {
                int n = Math.min(cuts.nextInt(longest + 1), LENGTH - i);
                stream.fillNormals(pieces, i, n);
                i += n;
                assertThat(stream.position()).isEqualTo(i);
            }
            assertThat(pieces).as("pieces of at most %d", longest).isEqualTo(whole);
        }
    }

    @Test
    void uniformsAreTheUpperBitsOfWordsHoweverTheyAreCut() {
        RandomStream words = stream();
        double[] whole = DoubleStream.generate(() -> (words.nextLong() >>> 11) / 0x1p53)
                .limit(LENGTH)
                .toArray();
        SplittableRandom cuts = new SplittableRandom(3);
        for (int longest : new int[] {1, 3, 9, 600, 1100}) {
            RandomStream stream = stream();
            double[] pieces = new double[LENGTH];
            for (int i = 0; i < LENGTH; ) {
                int n = Math.min(cuts.nextInt(longest + 1), LENGTH - i);
                stream.fillUniforms(pieces, i, n);
                i += n;
            }
            assertThat(pieces).as("pieces of at most %d", longest).isEqualTo(whole);
        }
    }

    @Test
    void seekFindsTheNumbersOfAPosition() {
        double[] normals = normals(stream(), LENGTH);
        double[] uniforms = uniforms(stream(), LENGTH);
        RandomStream stream = stream();
        SplittableRandom places = new SplittableRandom(2);
        for (int round = 0; round < 500; round++) {
            int p = places.nextInt(LENGTH - 10);
            int n = places.nextInt(10);
            stream.seek(p);
            assertThat(normals(stream, n)).isEqualTo(Arrays.copyOfRange(normals, p, p + n));
            stream.seek(p);
            assertThat(uniforms(stream, n)).isEqualTo(Arrays.copyOfRange(uniforms, p, p + n));
            stream.seek(p);
            assertThat(stream.nextDouble()).isEqualTo(uniforms[p]);
        }
    }

    @Test
    void aUniformNumberIsTheUpperBitsOfItsWord() {
        RandomStream words = stream();
        RandomStream uniforms = stream();
        for (int i = 0; i < 100; i++) {
            assertThat(uniforms.nextDouble()).isEqualTo((words.nextLong() >>> 11) / 0x1p53);
        }
    }

    @Test
    void noWordServesForANormalAndForSomethingElse() {
        RandomStream stream = stream();
        double[] normals = normals(stream(), 10);
        double[] uniforms = uniforms(stream(), 10);
        assertThat(normals(stream, 3)).containsExactly(normals[0], normals[1], normals[2]);
        assertThat(stream.nextDouble())
                .as("skips word 3, half of which is in normal 2")
                .isEqualTo(uniforms[4]);
        assertThat(stream.position()).isEqualTo(5);
        assertThat(normals(stream, 1)).as("word 5 alone makes no normal").containsExactly(normals[6]);
        assertThat(normals(stream, 1)).containsExactly(normals[7]);
        assertThat(stream.nextDouble()).isEqualTo(uniforms[8]);
    }

    @Test
    void onlyTheRangeIsWritten() {
        double[] out = new double[20];
        Arrays.fill(out, 99);
        stream().fillNormals(out, 5, 7);
        assertThat(Arrays.copyOf(out, 5)).containsOnly(99);
        assertThat(Arrays.copyOfRange(out, 12, 20)).containsOnly(99);
        assertThat(Arrays.copyOfRange(out, 5, 12)).isEqualTo(normals(stream(), 7));
    }

    @Tag("lanes")
    @Test
    void normalsAreTheSameBitsFromBothTwins() {
        RandomStreams streams = RandomStreams.of(5);
        for (int n = 0; n < 1100; n += 1 + n / 10) {
            double[] plain = normals(streams.stream(new PlainArrayOps(), "twins", n), n);
            assertThat(normals(streams.stream(new VectorArrayOps(), "twins", n), n))
                    .isEqualTo(plain);
        }
    }

    /// Nothing by the code of either twin when it is compiled, so no vector is an object either.
    @Tag("lanes")
    @Test
    void fillingAllocatesNothing() {
        double[] out = new double[2048];
        for (ArrayOps ops : List.of(new PlainArrayOps(), new VectorArrayOps())) {
            RandomStream stream = RandomStreams.of(5).stream(ops, "fill");
            Allocation.assertBelow(16, 200, "normals, " + ops, () -> stream.fillNormals(out, 1, 2047));
            Allocation.assertBelow(16, 200, "uniforms, " + ops, () -> stream.fillUniforms(out, 1, 2047));
        }
    }

    /// What the build's runs with other lanes, and without vectors, must find too.
    @Tag("lanes")
    @Tag("plain")
    @Test
    void normalsAreTheSameBitsEverywhere() {
        assertThat(Arrays.hashCode(normals(stream(), 100_001))).isEqualTo(GOLDEN);
    }

    private static final int GOLDEN = -1866130022;

    @Test
    void refusesNegativePositionsAndRangesOutsideTheArray() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stream().seek(-1))
                .withMessage("a random stream has no position -1");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> stream().fillNormals(new double[4], 2, 3));
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> stream().fillUniforms(new double[4], 0, -1));
    }
}
