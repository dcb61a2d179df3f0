package org.sandglass.random;

import java.util.Objects;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.sandglass.arrayops.ArrayMath;
import org.sandglass.arrayops.ArrayOps;

/// A tape of random 64-bit words, read as words, as uniform or as normal numbers.
///
/// The tape has positions `0, 1, 2, …`, and every number read moves on by one:
///
/// - **word** `p` is the tape's;
/// - **uniform** `p` is the upper 53 bits of word `p`, times `2⁻⁵³`: in `[0, 1)`;
/// - **normals** `p` and `p + 1`, for even `p`, are `√(−2 ln v) · (cos 2πu, sin 2πu)` (Box and Muller, 1958), where `v`
/// in
///   `(0, 1]` comes from word `p` and `u` in `[0, 1)` from word `p + 1`. None is beyond ±8.58, which a true normal is
/// with
///   odds of `1e−17`.
///
/// So the number at a position depends on the stream and the position alone, not on how the reading was cut into
/// calls. No word serves twice: after normals up to an odd position, words and uniforms go on from the next even
/// one, and so do normals after words and uniforms.
///
/// A stream is a reader with a position: for one thread at a time.
public final class RandomStream {
    /// As many normals at a time as keep the work in the fastest cache.
    private static final int MOST = 512;

    /// How the last number was read, if one was since the last [#seek(long)].
    private enum Reading {
        NOTHING,
        WORDS,
        NORMALS
    }

    private final ArrayOps ops;
    private final long[] start;
    private Philox4x64 generator;
    private long generated;
    private long position;
    private Reading last = Reading.NOTHING;
    private final double[] pair = new double[2];
    private double[] radius = new double[0];
    private double[] sine = radius;
    private double[] cosine = radius;

    /// A reader from position 0.
    ///
    /// @param ops turns words into normals
    /// @param start the key's two words and the counter's four, as numpy and Commons RNG order them
    RandomStream(ArrayOps ops, long[] start) {
        this.ops = ops;
        this.start = start;
        this.generator = new Philox4x64(start);
    }

    /// Where the next number is read, but for the step to an even position that a change between normals and
    /// others takes.
    ///
    /// @return a position `≥ 0`
    public long position() {
        return position;
    }

    /// Goes to a position, in constant time.
    ///
    /// @param newPosition where the next word, uniform or normal is read, `≥ 0`
    /// @throws IllegalArgumentException if it is negative
    public void seek(long newPosition) {
        if (newPosition < 0) {
            throw new IllegalArgumentException("a random stream has no position " + newPosition);
        }
        position = newPosition;
        last = Reading.NOTHING;
    }

    /// The next word.
    ///
    /// @return 64 random bits
    public long nextLong() {
        begin(Reading.WORDS);
        generateFrom(position);
        position++;
        generated++;
        return generator.nextLong();
    }

    /// The next uniform number: a multiple of `2⁻⁵³`.
    ///
    /// @return in `[0, 1)`
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /// The next `n` uniform numbers.
    ///
    /// @param out receives them
    /// @param off at this index and up
    /// @param n how many
    /// @throws IndexOutOfBoundsException if they do not fit, or `n < 0`
    public void fillUniforms(double[] out, int off, int n) {
        Objects.checkFromIndexSize(off, n, out.length);
        begin(Reading.WORDS);
        generateFrom(position);
        generateUniforms(out, off, n);
        position += n;
    }

    /// The next `n` standard normal numbers.
    ///
    /// @param out receives them
    /// @param off at this index and up
    /// @param n how many
    /// @throws IndexOutOfBoundsException if they do not fit, or `n < 0`
    public void fillNormals(double[] out, int off, int n) {
        Objects.checkFromIndexSize(off, n, out.length);
        begin(Reading.NORMALS);
        int before = n > 0 ? (int) (position & 1) : 0;
        if (before == 1) {
            out[off] = normalAt(position);
        }
        int whole = (n - before) & ~1;
        generateFrom(position + before);
        generateUniforms(out, off + before, whole);
        for (int i = 0; i < whole; i += MOST) {
            boxMuller(out, off + before + i, Math.min(MOST, whole - i) >>> 1);
        }
        if (before + whole < n) {
            out[off + n - 1] = normalAt(position + n - 1);
        }
        position += n;
    }

    private void begin(Reading reading) {
        if (last != reading && last != Reading.NOTHING) {
            position += position & 1;
        }
        last = reading;
    }

    /// Brings the generator to a word, if it is not there already.
    private void generateFrom(long word) {
        if (generated != word) {
            long[] state = start.clone();
            state[2] = word >>> 2;
            generator = new Philox4x64(state);
            for (long skip = word & 3; skip > 0; skip--) {
                generator.nextLong();
            }
            generated = word;
        }
    }

    private void generateUniforms(double[] out, int off, int n) {
        Philox4x64 words = generator;
        for (int i = off; i < off + n; i++) {
            out[i] = (words.nextLong() >>> 11) * 0x1p-53;
        }
        generated += n;
    }

    /// Turns pairs of uniform numbers into pairs of normal ones.
    private void boxMuller(double[] x, int off, int pairs) {
        makeRoomFor(pairs);
        for (int j = 0; j < pairs; j++) {
            radius[j] = x[off + 2 * j] + 0x1p-53;
            sine[j] = x[off + 2 * j + 1];
        }
        ops.log(radius, 0, radius, 0, pairs);
        ops.scale(-2, radius, 0, radius, 0, pairs);
        ops.sqrt(radius, 0, radius, 0, pairs);
        ops.cosTurns(sine, 0, cosine, 0, pairs);
        ops.sinTurns(sine, 0, sine, 0, pairs);
        ops.multiply(radius, 0, cosine, 0, cosine, 0, pairs);
        ops.multiply(radius, 0, sine, 0, sine, 0, pairs);
        for (int j = 0; j < pairs; j++) {
            x[off + 2 * j] = cosine[j];
            x[off + 2 * j + 1] = sine[j];
        }
    }

    private void makeRoomFor(int pairs) {
        if (radius.length < pairs) {
            radius = new double[pairs];
            sine = new double[pairs];
            cosine = new double[pairs];
        }
    }

    /// One normal, by the same steps, for the half of a pair at either end of a range.
    private double normalAt(long p) {
        generateFrom(p & ~1L);
        generateUniforms(pair, 0, 2);
        double r = Math.sqrt(-2 * ArrayMath.log(pair[0] + 0x1p-53));
        return r * ((p & 1) == 0 ? ArrayMath.cosTurns(pair[1]) : ArrayMath.sinTurns(pair[1]));
    }
}
