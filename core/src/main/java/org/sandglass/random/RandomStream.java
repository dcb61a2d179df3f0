package org.sandglass.random;

import java.util.Objects;
import org.sandglass.arrayops.ArrayOps;

/// A tape of random 64-bit words, read as words, as uniform or as normal numbers.
///
/// The tape has positions `0, 1, 2, …`, and every number read moves on by one:
///
/// - **word** `p` is the tape's;
/// - **uniform** `p` is the upper 53 bits of word `p`, times `2⁻⁵³`: in `[0, 1)`;
/// - **normals** `p` and `p + 1`, for even `p`, are `√(−2 ln v) · (cos 2πu, sin 2πu)` (Box and Muller, 1958),
///   where `v` in `(0, 1]` comes from word `p` and `u` in `[0, 1)` from word `p + 1`. None is beyond ±8.58,
///   which a true normal is with odds of `1e−17`.
///
/// So the number at a position depends on the stream and the position alone, not on how the reading was cut
/// into calls. No word serves twice: after normals up to an odd position, words and uniforms go on from the
/// next even one, and so do normals after words and uniforms.
///
/// A stream is a reader with a position: for one thread at a time.
public final class RandomStream {
    /// How the last number was read, if one was since the last [#seek(long)].
    private enum Reading {
        NOTHING,
        WORDS,
        NORMALS
    }

    private final Tape tape;
    private long position;
    private Reading last = Reading.NOTHING;

    /// A reader from position 0.
    ///
    /// @param ops turns counters into words, and words into normals
    /// @param start the key's two words, then the counter's four of the first block; taken over
    RandomStream(ArrayOps ops, long[] start) {
        this.tape = new Tape(ops, start);
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
        return tape.word(position++);
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
        tape.fill(Tape.Kind.UNIFORM, position, out, off, n);
        position += n;
    }

    /// The next `n` standard normal numbers. For long ranges 4 ns a number where vectors are wide, and nothing is
    /// allocated.
    ///
    /// @param out receives them
    /// @param off at this index and up
    /// @param n how many
    /// @throws IndexOutOfBoundsException if they do not fit, or `n < 0`
    public void fillNormals(double[] out, int off, int n) {
        Objects.checkFromIndexSize(off, n, out.length);
        begin(Reading.NORMALS);
        tape.fill(Tape.Kind.NORMAL, position, out, off, n);
        position += n;
    }

    private void begin(Reading reading) {
        if (last != reading && last != Reading.NOTHING) {
            position += position & 1;
        }
        last = reading;
    }
}
