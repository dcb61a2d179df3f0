package org.sandglass.target;

import java.util.List;
import java.util.Optional;
import org.sandglass.linalg.Points;
import org.sandglass.replica.TorchRandom;

/// All named targets.
public final class Targets {
    private static final double[] EQUAL = {};

    private static final List<Target> ALL = List.of(twoModes(), gmm40Fab(), nine(), twentyFive(), symmetric11());

    private Targets() {}

    /// Every target, in the order of the documentation.
    ///
    /// @return an unmodifiable list
    public static List<Target> all() {
        return ALL;
    }

    /// The names of all targets.
    ///
    /// @return in the same order
    public static List<String> names() {
        return ALL.stream().map(Target::name).toList();
    }

    /// A target by its name.
    ///
    /// @param name exactly as in [#names()]
    /// @return the target, if there is one of that name
    public static Optional<Target> find(String name) {
        return ALL.stream().filter(target -> target.name().equals(name)).findFirst();
    }

    /// Targets that a name leaves open: `gmm40` names at least six different mixtures in the literature.
    ///
    /// @param name what was asked for
    /// @return the names that begin with it and a dash, none if the name is not so
    public static List<String> variants(String name) {
        return names().stream().filter(full -> full.startsWith(name + "-")).toList();
    }

    private static Target twoModes() {
        return new Target(
                "two-modes",
                "two modes in the plane, the right one heavier",
                "torchGMM, README: weights 0.3 and 0.7, means (-2, 0) and (2, 0), std 0.5",
                new double[] {0.3, 0.7},
                Points.of(new double[] {-2, 0}, new double[] {2, 0}),
                0.5);
    }

    private static Target gmm40Fab() {
        return new Target(
                "gmm40-fab",
                "forty modes scattered over [-40, 40]^2",
                "FAB (lollcat/fab-torch b1586a9, GMM), also iDEM, pDEM, PITA, FKC: torch seed 0 in float32, std softplus(1)",
                EQUAL,
                Points.wrap(fabMeans(), 40, 2),
                0x1.5031eap+0);
    }

    /// `((u − ½)·2)·40`, each step rounded to float32, with `u` the low 24 bits of a word of MT19937 times
    /// 2⁻²⁴.
    private static double[] fabMeans() {
        TorchRandom words = TorchRandom.ofSeed(0);
        double[] means = new double[80];
        for (int i = 0; i < means.length; i++) {
            means[i] = (words.nextFloat() - 0.5f) * 2f * 40f;
        }
        return means;
    }

    private static Target nine() {
        return new Target(
                "nine",
                "a 3 x 3 grid with spacing 5",
                "gfn-diffusion (GFNOrg 255b499, NineGaussianMixture): means {-5, 0, 5}^2, std 0.5477222",
                EQUAL,
                grid(-5, 0, 5),
                0.5477222);
    }

    private static Target twentyFive() {
        return new Target(
                "twenty-five",
                "a 5 x 5 grid with spacing 5",
                "gfn-diffusion (GFNOrg 255b499, TwentyFiveGaussianMixture): means {-10, -5, 0, 5, 10}^2, variance 0.3",
                EQUAL,
                grid(-10, -5, 0, 5, 10),
                Math.sqrt(0.3));
    }

    private static Target symmetric11() {
        double[][] means = new double[11][];
        for (int k = 0; k < 11; k++) {
            double angle = 2 * Math.PI * k / 11;
            means[k] = new double[] {10 * StrictMath.cos(angle), 10 * StrictMath.sin(angle)};
        }
        return new Target(
                "symmetric-11",
                "eleven modes on a circle of radius 10",
                "flow and score matching course notes: GaussianMixture.symmetric_2D(nmodes=11, std=1, scale=10), in double",
                EQUAL,
                Points.of(means),
                1);
    }

    /// All pairs, the first coordinate outermost.
    private static Points grid(double... values) {
        double[][] means = new double[values.length * values.length][];
        for (int i = 0; i < means.length; i++) {
            means[i] = new double[] {values[i / values.length], values[i % values.length]};
        }
        return Points.of(means);
    }
}
