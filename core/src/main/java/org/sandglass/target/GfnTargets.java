package org.sandglass.target;

import java.util.List;

/// The grids of gfn-diffusion.
final class GfnTargets {
    private GfnTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        Publication.GFN_DIFFUSION,
                        "nine",
                        "a 3 x 3 grid with spacing 5",
                        "NineGaussianMixture: means {-5, 0, 5}^2, std 0.5477222 (run in float32)",
                        Layouts.grid(2, -5, 0, 5),
                        Spread.std(0.5477222)),
                Target.of(
                        Publication.GFN_DIFFUSION,
                        "twenty-five",
                        "a 5 x 5 grid with spacing 5",
                        "TwentyFiveGaussianMixture: means {-10, -5, 0, 5, 10}^2, variance 0.3 (run in float32)",
                        Layouts.grid(2, -10, -5, 0, 5, 10),
                        Spread.std(Math.sqrt(0.3))));
    }
}
