package org.sandglass.sampler;

import org.sandglass.linalg.Points;
import org.sandglass.linalg.Room;
import org.sandglass.random.RandomStream;

/// Where a move takes its randomness from: a stream as a rule, or numbers of one's own, to see what a move does with
/// them.
///
/// For one thread at a time.
public interface Noise {
    /// The next standard normal numbers.
    ///
    /// @param out receives them, on its whole length
    void fillNormals(double[] out);

    /// The stream, for moves that draw other than normal numbers.
    ///
    /// @return the stream at the place where it stands
    /// @throws UnsupportedOperationException if the numbers come from elsewhere
    RandomStream stream();

    /// Room of the shape of `x`, filled with the next standard normal numbers; to be given back.
    ///
    /// @param x n × d points
    /// @return n × d numbers
    default Points normals(Points x) {
        Points z = Room.like(x);
        fillNormals(z.data());
        return z;
    }

    /// The numbers of a stream.
    ///
    /// @param stream read on from where it stands
    /// @return its numbers
    static Noise of(RandomStream stream) {
        return new Noise() {
            @Override
            public void fillNormals(double[] out) {
                stream.fillNormals(out, 0, out.length);
            }

            @Override
            public RandomStream stream() {
                return stream;
            }
        };
    }
}
