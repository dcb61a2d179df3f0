package org.sandglass.target;

import java.util.List;
import org.sandglass.linalg.Points;

/// The mixtures of denoising diffusion samplers.
final class DdsTargets {
    private DdsTargets() {}

    static List<Target> all() {
        return List.of(mixtureWell(), toyGmm());
    }

    private static Target mixtureWell() {
        double[] means = new double[20];
        double[] heights = {0, 1, -1, 2, -2};
        for (int k = 0; k < 10; k++) {
            means[2 * k] = k < 5 ? -1 : 1;
            means[2 * k + 1] = heights[k % 5];
        }
        return Target.of(
                        Publication.DDS,
                        "dds-mixture-well",
                        "two columns of five modes",
                        "mixture_well: variance 0.05; published without the constants, so its integral is 10*2pi*0.05",
                        Points.wrap(means, 10, 2),
                        Spread.std(Math.sqrt(0.05)))
                .unnormalised(StrictMath.log(10 * 2 * Math.PI * 0.05));
    }

    private static Target toyGmm() {
        return Target.of(
                Publication.DDS,
                "dds-toy-gmm",
                "eight modes on a circle of radius 0.5",
                "toy_gmm: angles 2 pi k/8, std 0.075",
                Layouts.circle(8, 0.5, 0),
                Spread.std(0.075));
    }
}
