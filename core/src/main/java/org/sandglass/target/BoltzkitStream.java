package org.sandglass.target;

import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;
import org.sandglass.replica.Choice;
import org.sandglass.replica.Pcg64;
import org.sandglass.replica.SeedSequence;
import org.sandglass.replica.Ziggurat;

/// boltzkit's samples of a mixture, bit for bit: `x = μₖ + σₖ ε`, with `ε` rounded to single precision.
///
/// Two generators of numpy: of one, each row takes a double to choose `k`; of the other, `D` normals. The
/// former can go anywhere at once. How many words a normal takes is known only after it is made, so the
/// latter has to make all before it: a row costs time in proportion to its number, and no memory. Source:
/// boltzkit fe9eaef, `DiagonalGaussianMixture.sample` and `load_dataset`. A reader with a position: for one
/// thread.
public final class BoltzkitStream {
    private final double[] means;
    private final double[] stds;
    private final int d;
    private final Choice choice;
    private final Pcg64 components;
    private final Pcg64 noise;
    private long position;

    private BoltzkitStream(GaussianMixture law, Pcg64 components, Pcg64 noise) {
        this.d = law.d();
        this.means = law.means().copy().data();
        this.stds = stds(law);
        this.choice = Choice.of(law.weights());
        this.components = components;
        this.noise = noise;
    }

    /// The rows of `load_dataset(type, length)` of a mixture whose `procedural_seed` is given: an endless
    /// sequence.
    ///
    /// @param law isotropic and diagonal components only
    /// @param type which of the three sequences
    /// @param seed `procedural_seed`, `≥ 0`
    /// @return at row 0
    /// @throws IllegalArgumentException if a covariance has another structure, or the seed is negative
    public static BoltzkitStream dataSet(GaussianMixture law, Split type, long seed) {
        long base = Integer.toUnsignedLong(Pcg64.of(checked(seed)).nextInt());
        SeedSequence root = SeedSequence.of(base + number(type));
        return new BoltzkitStream(law, Pcg64.of(root.child(0)), Pcg64.of(root.child(1)));
    }

    private static int number(Split type) {
        return switch (type) {
            case TRAIN -> 0;
            case VAL -> 1;
            case TEST -> 2;
        };
    }

    /// The rows of `sample(n, seed)`: one generator gives all components first and then the noise, so they
    /// depend on `n`.
    ///
    /// @param law isotropic and diagonal components only
    /// @param n how many rows there are, `≥ 0`
    /// @param seed `≥ 0`
    /// @return at row 0 of n
    /// @throws IllegalArgumentException if a covariance has another structure, or a number is negative
    public static BoltzkitStream sample(GaussianMixture law, long n, long seed) {
        if (n < 0) {
            throw new IllegalArgumentException("boltzkit draws n >= 0 rows, got " + n);
        }
        Pcg64 noise = Pcg64.of(checked(seed));
        noise.advance(n);
        return new BoltzkitStream(law, Pcg64.of(seed), noise);
    }

    private static long checked(long seed) {
        if (seed < 0) {
            throw new IllegalArgumentException("boltzkit's seeds are >= 0, got " + seed);
        }
        return seed;
    }

    private static double[] stds(GaussianMixture law) {
        double[] stds = new double[Math.multiplyExact(law.k(), law.d())];
        List<Covariance> covariances = law.covariances();
        for (int k = 0; k < law.k(); k++) {
            double[] own = stds(k, covariances.get(k));
            System.arraycopy(own, 0, stds, k * law.d(), law.d());
        }
        return stds;
    }

    private static double[] stds(int k, Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int dimension) -> {
                double[] all = new double[dimension];
                Arrays.fill(all, std);
                yield all;
            }
            case Diagonal diagonal -> diagonal.stds();
            case Spectral _, LowRank _ ->
                throw new IllegalArgumentException("boltzkit has isotropic and diagonal components only; component " + k
                        + " has correlated coordinates");
        };
    }

    /// Which row comes next.
    ///
    /// @return `≥ 0`
    public long position() {
        return position;
    }

    /// Passes over rows; costs a normal for each of their coordinates.
    ///
    /// @param rows how many, `≥ 0`
    public void skip(long rows) {
        components.advance(rows);
        for (long i = 0; i < rows * d; i++) {
            Ziggurat.next(noise);
        }
        position += rows;
    }

    /// The next rows.
    ///
    /// @param x receives them, n × d
    /// @param component receives the component of each, n numbers
    public void next(Points x, int[] component) {
        x.requireShape(component.length, d, "room for rows");
        for (int i = 0; i < component.length; i++) {
            int k = choice.next(components);
            component[i] = k;
            for (int j = 0; j < d; j++) {
                float epsilon = (float) Ziggurat.next(noise);
                x.data()[i * d + j] = means[k * d + j] + stds[k * d + j] * epsilon;
            }
        }
        position += component.length;
    }
}
