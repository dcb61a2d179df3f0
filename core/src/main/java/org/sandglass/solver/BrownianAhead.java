package org.sandglass.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sandglass.sampler.Noise;

/// What is known of the Brownian motion in front of a point: its increments over steps that are tried, and
/// perhaps refused.
interface BrownianAhead {
    /// The increment over a step from here.
    ///
    /// @param h the length of the step
    /// @param out receives `W(h)`, d numbers
    void over(double h, double[] out);

    /// The step that was asked about last is taken.
    void taken();

    /// `√h z` with the same `z` until a step is taken: not a path, as shorter steps do not fit into longer
    /// ones.
    final class SameNumbers implements BrownianAhead {
        private final Noise noise;
        private final double[] z;

        SameNumbers(Noise noise, int d) {
            this.noise = noise;
            this.z = new double[d];
            taken();
        }

        @Override
        public void over(double h, double[] out) {
            double root = Math.sqrt(h);
            for (int j = 0; j < z.length; j++) {
                out[j] = root * z[j];
            }
        }

        @Override
        public void taken() {
            noise.fillNormals(z);
        }
    }

    /// One path. A step shorter than what is known cuts it by a Brownian bridge, a longer one draws on.
    final class SamePath implements BrownianAhead {
        private final Noise noise;
        private final double[] z;
        private final List<Part> known = new ArrayList<>();
        private int asked;

        /// A stretch of the path.
        private record Part(double length, List<Double> change) {}

        SamePath(Noise noise, int d) {
            this.noise = noise;
            this.z = new double[d];
        }

        @Override
        public void over(double h, double[] out) {
            Arrays.fill(out, 0);
            double left = h;
            asked = 0;
            while (left > 0) {
                reach(left);
                Part part = known.get(asked);
                for (int j = 0; j < out.length; j++) {
                    out[j] += part.change.get(j);
                }
                left -= part.length;
                asked++;
            }
        }

        @Override
        public void taken() {
            known.subList(0, asked).clear();
        }

        /// Makes sure that there is a next part, no longer than asked.
        private void reach(double most) {
            if (asked == known.size()) {
                known.add(new Part(most, normals(Math.sqrt(most))));
            } else if (known.get(asked).length > most) {
                cut(known.remove(asked), most);
            }
        }

        /// `W(l) | W(L) ~ N((l/L) W(L), l(L − l)/L)`.
        private void cut(Part whole, double length) {
            double rest = whole.length - length;
            List<Double> first = normals(Math.sqrt(length * (rest / whole.length)));
            List<Double> second = new ArrayList<>();
            for (int j = 0; j < first.size(); j++) {
                first.set(j, first.get(j) + length / whole.length * whole.change.get(j));
                second.add(whole.change.get(j) - first.get(j));
            }
            known.add(asked, new Part(rest, second));
            known.add(asked, new Part(length, first));
        }

        private List<Double> normals(double std) {
            noise.fillNormals(z);
            List<Double> out = new ArrayList<>();
            for (double value : z) {
                out.add(std * value);
            }
            return out;
        }
    }
}
