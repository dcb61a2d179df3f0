package org.sandglass.flow;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;

/// The distances on the line between what a sampler without noise returns and an exact law, without draws:
/// `Wₚᵖ = ∫₀¹ |T̂(F_T⁻¹(u)) − F⁻¹(u)|ᵖ du` with the sampler as the map `T̂`, `p = 1, 2`.
///
/// In `u = Φ(z)` for `|z| ≤ 8.5`, which leaves out `2·10⁻¹⁷` of the mass, by Simpson's rule in cells that are
/// cut in two where they are not fine enough, such as where the map tears modes apart. If `T̂` rises
/// everywhere these are the distances; if not, the mass could be carried more cheaply, and they are upper
/// bounds.
///
/// @param w1 `W₁`
/// @param w2 `W₂`
/// @param w1Error how far `w1` may be off by the quadrature
/// @param w2Error how far `w2` may be off by the quadrature
/// @param monotone whether `T̂` rises at all places it was asked at, but for falls of `10⁻¹²` of its size
///     nearby, which rounding makes
public record LineError(double w1, double w2, double w1Error, double w2Error, boolean monotone) {
    private static final double EDGE = 8.5;
    private static final int HALF = 256;
    private static final int MOST_CELLS = 8192;
    private static final int MOST_ROUNDS = 50;

    /// What the error of the integrals should be below, as a part of them.
    private static final double WANTED = 1e-8;

    private static final double ROUNDING = 1e-12;

    /// The error of a sampler.
    ///
    /// @param law a mixture on the line and the schedule
    /// @param sampler a rule without noise, the grid, and what happens at its end
    /// @param start the law to start from: the exact marginal at the first time, or `N(0, σ(end)²)`
    /// @param target the time of the law to compare with: the last of the grid for the error of the rule,
    ///     0 for that against the data
    /// @return the distances; costs some thousand runs of a point
    /// @throws IllegalArgumentException if the dimension is not 1, the rule is stochastic, or a time is
    ///     outside the process
    /// @throws org.sandglass.linalg.NumericalException if a step is not finite on this grid
    public static LineError of(DiffusedMixture law, Sampler sampler, Start start, double target) {
        if (sampler.step().stochastic()) {
            throw new IllegalArgumentException(
                    "the error by quantiles needs a rule without noise, got " + sampler.step());
        }
        LineMap map = LineMap.of(law, sampler, start, target);
        List<LineCell> cells = map.cells(firstEnds());
        for (int round = 1; round < MOST_ROUNDS && cells.size() < MOST_CELLS; round++) {
            List<LineCell> coarse = coarse(cells);
            if (coarse.isEmpty()) {
                break;
            }
            cells.removeAll(coarse);
            cells.addAll(map.cells(endsOfHalves(coarse)));
        }
        return of(cells);
    }

    /// Those of `2·HALF` cells.
    private static double[] firstEnds() {
        double[] ends = new double[4 * HALF];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = EDGE * ((i + 1) / 2 - HALF) / HALF;
        }
        return ends;
    }

    /// The cells that are not fine enough, the worst first, as many as there is room for.
    private static List<LineCell> coarse(List<LineCell> cells) {
        double share1 = WANTED * sum(cells, cell -> cell.integral(1)) / cells.size();
        double share2 = WANTED * sum(cells, cell -> cell.integral(2)) / cells.size();
        ToDoubleFunction<LineCell> need = cell -> Math.max(cell.error(1) / share1, cell.error(2) / share2);
        return cells.stream()
                .filter(cell -> need.applyAsDouble(cell) > 1)
                .sorted(Comparator.comparingDouble(need).reversed())
                .limit(MOST_CELLS - cells.size())
                .toList();
    }

    private static double[] endsOfHalves(List<LineCell> cells) {
        return cells.stream()
                .flatMapToDouble(cell -> DoubleStream.of(cell.from(), cell.middle(), cell.middle(), cell.to()))
                .toArray();
    }

    private static LineError of(List<LineCell> cells) {
        double w1 = sum(cells, cell -> cell.integral(1));
        double square = sum(cells, cell -> cell.integral(2));
        double ofSquare = sum(cells, cell -> cell.error(2));
        double w2 = Math.sqrt(square);
        return new LineError(
                w1,
                w2,
                sum(cells, cell -> cell.error(1)),
                Math.sqrt(square + ofSquare) - w2,
                cells.stream().allMatch(LineError::rises));
    }

    private static boolean rises(LineCell cell) {
        return cell.fall() <= ROUNDING * cell.size();
    }

    private static double sum(List<LineCell> cells, ToDoubleFunction<LineCell> value) {
        return cells.stream().mapToDouble(value).sum();
    }
}
