package org.sandglass.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    /// One line of a table: a stream at a position, and the numbers there.
    private record Row(RandomStream stream, List<String> numbers) {
        static Row of(String line) {
            String[] part = line.split(",");
            long[] indices = part[2].isEmpty()
                    ? new long[0]
                    : Stream.of(part[2].split(" ")).mapToLong(Long::parseLong).toArray();
            RandomStream stream = RandomStreams.of(Long.parseLong(part[0])).stream(part[1], indices);
            stream.seek(Long.parseLong(part[3]));
            return new Row(stream, List.of(part[4].split(" ")));
        }
    }

    private static List<Row> table(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(RandomStreamsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Row::of)
                    .toList();
        }
    }

    @Test
    void wordsAreThoseOfNumpy() throws IOException {
        List<Row> rows = table("words.csv");
        assertThat(rows).hasSize(32);
        for (Row row : rows) {
            for (String word : row.numbers) {
                assertThat(Long.toHexString(row.stream.nextLong()))
                        .isEqualTo(Long.toHexString(Long.parseUnsignedLong(word, 16)));
            }
        }
    }

    /// Within 4 ulp of the truth: log, cosine and sine add at most 1 each, the root and the product a half each, and
    /// the
    /// root halves what came before.
    @Test
    void normalsAreThoseOfMultiprecisionBoxMuller() throws IOException {
        List<Row> rows = table("normals.csv");
        assertThat(rows).hasSize(16);
        for (Row row : rows) {
            double[] normals = new double[row.numbers.size()];
            row.stream.fillNormals(normals, 0, normals.length);
            for (int i = 0; i < normals.length; i++) {
                double truth = Double.parseDouble(row.numbers.get(i));
                assertThat(Math.abs(normals[i] - truth)).isLessThanOrEqualTo(4 * Math.ulp(truth));
            }
        }
    }

    @Test
    void everyNameSeedAndIndexHasWordsOfItsOwn() {
        List<RandomStream> streams = new ArrayList<>();
        for (long seed : new long[] {0, 1, 2, -1, 1L << 40}) {
            RandomStreams of = RandomStreams.of(seed);
            for (String purpose : new String[] {"a", "b", "ab", "ba", "noise", "noise "}) {
                streams.add(of.stream(purpose));
                for (long i : new long[] {0, 1, 2, -1, Long.MIN_VALUE}) {
                    streams.add(of.stream(purpose, i));
                    streams.add(of.stream(purpose, i, 0));
                    streams.add(of.stream(purpose, i, 1));
                    streams.add(of.stream(purpose, i, 7));
                }
            }
        }
        Set<Long> seen = new HashSet<>();
        for (RandomStream stream : streams) {
            for (int i = 0; i < 40; i++) {
                seen.add(stream.nextLong());
            }
        }
        // 25,200 words: two of them equal by chance has odds of 2e-11
        assertThat(seen).hasSize(streams.size() * 40);
    }

    @Test
    void streamsDoNotDependOnWhatElseWasRead() {
        long[] alone = first(RandomStreams.of(3).stream("chunk", 7), 100);
        RandomStreams streams = RandomStreams.of(3);
        for (int chunk = 0; chunk < 20; chunk++) {
            first(streams.stream("chunk", chunk), chunk);
        }
        assertThat(first(streams.stream("chunk", 7), 100)).isEqualTo(alone);
    }

    private static long[] first(RandomStream stream, int n) {
        return LongStream.generate(stream::nextLong).limit(n).toArray();
    }

    @Test
    void refusesMoreThanTwoIndicesAndAnEmptyPurpose() {
        RandomStreams streams = RandomStreams.of(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.stream("a", 1, 2, 3))
                .withMessage("random stream 'a' can have at most 2 indices, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> streams.stream(""))
                .withMessage("a random stream needs a purpose, got an empty one");
    }

    @Test
    void theSeedIsKept() {
        assertThat(RandomStreams.of(-5).seed()).isEqualTo(-5);
        assertThat(RandomStreams.of(-5)).hasToString("RandomStreams[seed=-5]");
    }
}
