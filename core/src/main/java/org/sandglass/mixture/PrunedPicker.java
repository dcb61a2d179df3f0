package org.sandglass.mixture;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.sandglass.linalg.Points;

/// Picks a component for each point among the few that matter there, in the order of the components; points near
/// many are handed to the dense way.
final class PrunedPicker {
    private final PointSum sum;
    private final BiFunction<Points, double[], int[]> dense;
    private final int d;

    /// A picker.
    ///
    /// @param dense picks a component for each of some points, given as many numbers in `[0, 1)`
    PrunedPicker(NoisyMixture law, NoisyTree tree, BiFunction<Points, double[], int[]> dense) {
        this.sum = PointSum.of(law, tree, false, false);
        this.dense = dense;
        this.d = law.prior().d();
    }

    /// One component for each point.
    int[] pick(Points points, double[] uniforms) {
        int[] picked = new int[points.n()];
        int[] left = new int[points.n()];
        int count = 0;
        for (int row = 0; row < picked.length; row++) {
            if (sum.find(points, row)) {
                picked[row] = pick(uniforms[row]);
            } else {
                left[count++] = row;
            }
        }
        sum.release();
        pickLeft(points, uniforms, Arrays.copyOf(left, count), picked);
        return picked;
    }

    private int pick(double uniform) {
        long[] found = new long[sum.places()];
        int count = 0;
        double total = 0;
        for (int place = 0; place < found.length; place++) {
            if (sum.weight(place) > 0) {
                found[count++] = (long) sum.component(place) << 32 | place;
                total += sum.weight(place);
            }
        }
        Arrays.sort(found, 0, count);
        return (int) (found[first(found, count, uniform * total)] >>> 32);
    }

    /// The first at which the running sum exceeds the target, or the last where rounding lets none.
    private int first(long[] found, int count, double target) {
        double running = 0;
        for (int i = 0; i < count; i++) {
            running += sum.weight((int) found[i]);
            if (target < running) {
                return i;
            }
        }
        return count - 1;
    }

    private void pickLeft(Points points, double[] uniforms, int[] left, int[] picked) {
        if (left.length == 0) {
            return;
        }
        Points some = Points.zeros(left.length, d);
        double[] numbers = new double[left.length];
        for (int i = 0; i < left.length; i++) {
            System.arraycopy(points.data(), left[i] * d, some.data(), i * d, d);
            numbers[i] = uniforms[left[i]];
        }
        int[] found = dense.apply(some, numbers);
        for (int i = 0; i < left.length; i++) {
            picked[left[i]] = found[i];
        }
    }
}
