package org.sandglass.testing;

import java.util.Arrays;
import org.sandglass.random.RandomStream;
import org.sandglass.sampler.Noise;

/// Normal numbers of one's own, to see what a move does with them.
public final class ChosenNoise implements Noise {
    private final double[] z;

    private ChosenNoise(double[] z) {
        this.z = z;
    }

    /// The same number again and again.
    ///
    /// @param z the number
    /// @return the noise
    public static ChosenNoise constant(double z) {
        return new ChosenNoise(new double[] {z});
    }

    /// Recorded numbers, as many as are asked for at once.
    ///
    /// @param z the numbers; copied
    /// @return the noise, the same each time
    public static ChosenNoise of(double... z) {
        return new ChosenNoise(z.clone());
    }

    @Override
    public void fillNormals(double[] out) {
        if (z.length == 1) {
            Arrays.fill(out, z[0]);
        } else if (out.length == z.length) {
            System.arraycopy(z, 0, out, 0, z.length);
        } else {
            throw new IllegalArgumentException(out.length + " numbers are needed, " + z.length + " were recorded");
        }
    }

    @Override
    public RandomStream stream() {
        throw new UnsupportedOperationException("only normal numbers");
    }
}
