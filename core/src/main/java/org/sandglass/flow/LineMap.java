package org.sandglass.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.metric.LineLaw;
import org.sandglass.metric.NormalTail;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;

/// A sampler without noise on the line, applied to quantiles of where it starts.
record LineMap(MixtureDenoiser denoiser, Sampler sampler, LineLaw start, LineLaw target) {
    static LineMap of(DiffusedMixture law, Sampler sampler, Start start, double target) {
        GaussianMixture first = switch (start) {
            case EXACT -> law.marginal(sampler.grid().from());
            case PRIOR ->
                GaussianMixture.gaussian(
                        new double[law.d()],
                        new Isotropic(law.schedule().sigma(law.schedule().end()), law.d()));
        };
        return new LineMap(new MixtureDenoiser(law), sampler, LineLaw.of(first), LineLaw.of(law.marginal(target)));
    }

    /// The quantile that a normal number `z` stands for, `F⁻¹(Φ(z))`, from the nearer tail.
    static double quantile(LineLaw law, double z) {
        return z > 0 ? law.upperQuantile(NormalTail.upper(z)) : law.quantile(NormalTail.lower(z));
    }

    /// Cells between the given ends, cell `i` from `ends[2i]` to `ends[2i + 1]`, by one run of the sampler.
    List<LineCell> cells(double... ends) {
        int count = ends.length / 2;
        Points x = Points.zeros(count * LineCell.PLACES, 1);
        double[] exact = new double[x.n()];
        for (int i = 0; i < x.n(); i++) {
            int cell = i / LineCell.PLACES;
            double z = LineCell.place(ends[2 * cell], ends[2 * cell + 1], i % LineCell.PLACES);
            x.data()[i] = quantile(start, z);
            exact[i] = quantile(target, z);
        }
        Points mapped = sampler.run(denoiser, x, RandomStreams.of(0));
        List<LineCell> out = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            out.add(new LineCell(ends[2 * c], ends[2 * c + 1], part(mapped.data(), c), part(exact, c)));
        }
        return out;
    }

    private static double[] part(double[] all, int cell) {
        return Arrays.copyOfRange(all, cell * LineCell.PLACES, (cell + 1) * LineCell.PLACES);
    }
}
