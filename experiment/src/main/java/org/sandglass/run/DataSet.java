package org.sandglass.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayLayout;
import org.sandglass.format.ArrayWriter;
import org.sandglass.format.InputException;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;

/// Draws from a mixture as an infinite deterministic sequence of rows, of which any range can be written.
///
/// The first rows never depend on how many are drawn, on threads, or on the format (but for boltzkit's
/// `sample`).
///
/// @param mixture one mixture, or a batch for rows `[B, D]`
/// @param process the process, if the draws are noised
/// @param time the time of the draws, or several, each with the same randomness, or one per row or mixture
/// @param draws how rows come about
/// @param with what to write beside the points
/// @param units of what is written
public record DataSet(
        ResolvedMixture mixture,
        Optional<ProcessSpec> process,
        TimeChoice time,
        Draws draws,
        List<Beside> with,
        Units units) {
    /// Numbers of a trajectory: that of one chain is held whole.
    private static final int MOST_NUMBERS = 1 << 26;

    /// Refuses what the draws cannot tell.
    ///
    /// @throws InputException if something is asked for that these draws do not have
    public DataSet {
        with = List.copyOf(with);
        boolean chains = draws instanceof Draws.Langevin;
        if (with.contains(OfDraw.COMPONENT) && chains) {
            throw new InputException(
                    "--with: a Langevin chain is not drawn from a component; ask for responsibilities");
        }
        if (with.contains(OfDraw.ACCEPTANCE) && !chains) {
            throw new InputException("--with: acceptance is of Langevin chains, give --langevin");
        }
        if (draws instanceof Draws.Langevin langevin && (long) langevin.states() * mixture.d() > MOST_NUMBERS) {
            throw new InputException("--every: a trajectory of " + langevin.states() + " states of " + mixture.d()
                    + " numbers does not fit in memory; keep at most " + MOST_NUMBERS / mixture.d());
        }
        if (time instanceof TimeChoice.PerPoint && !(draws instanceof Draws.Own)) {
            throw new InputException("--time: a time for each row is for draws of the own stream; give one time here");
        }
    }

    /// Writes rows `[offset, offset + n)` as the array `x`, and what stands beside them.
    ///
    /// @param offset the first row
    /// @param n how many
    /// @param target where they go
    /// @param workers the threads
    /// @param progress told after every chunk
    /// @return the share of steps that Langevin chains accepted, if the draws are chains
    /// @throws InputException if a file of times or of starts does not fit
    /// @throws IOException if the machine fails
    public OptionalDouble write(long offset, long n, PointEvaluation.Target target, Workers workers, Progress progress)
            throws IOException {
        requireTimesFor(n);
        Evaluation evaluation = new Evaluation(mixture, process, quantities(), Precision.FLOAT64, units, workers);
        List<Double> leading = time instanceof TimeChoice.Several several ? several.times() : List.of();
        Meter meter = meter(offset, n, progress);
        Passes passes = new Passes(this, evaluation, offset, n, workers, meter);
        try (ArrayWriter out = target.open(new ArrayLayout(leading, batch(), arrays()))) {
            switch (time) {
                case TimeChoice.One one -> passes.at(one.t(), out);
                case TimeChoice.PerPoint each -> passes.at(each, out);
                case TimeChoice.Several several -> {
                    for (int i = 0; i < several.times().size(); i++) {
                        if (i > 0) {
                            out.nextTime();
                            meter.next();
                        }
                        passes.at(several.times().get(i), out);
                    }
                }
            }
            out.commit();
        }
        return draws instanceof Draws.Langevin ? OptionalDouble.of(passes.acceptance()) : OptionalDouble.empty();
    }

    private void requireTimesFor(long n) {
        if (time instanceof TimeChoice.PerPoint each && each.points(mixture) >= 0 && each.points(mixture) != n) {
            throw new InputException(
                    each.file() + ": holds times for " + each.points(mixture) + " rows, but -n asks for " + n);
        }
    }

    private Meter meter(long offset, long n, Progress progress) {
        int passes =
                time instanceof TimeChoice.Several several ? several.times().size() : 1;
        return switch (draws) {
            case Draws.Own _ -> new Meter(progress, "rows", n, 1, passes);
            case Draws.Boltzkit _ -> new Meter(progress, "rows", offset + n, 1, passes);
            case Draws.Langevin langevin -> new Meter(progress, "steps", n, langevin.steps(), passes);
        };
    }

    /// The quantities of points that are asked for.
    List<Quantity> quantities() {
        return with.stream()
                .filter(Quantity.class::isInstance)
                .map(Quantity.class::cast)
                .toList();
    }

    private OptionalInt batch() {
        return mixture.batched() ? OptionalInt.of(mixture.mixtures().size()) : OptionalInt.empty();
    }

    /// `x`, what stands beside it in the order asked for, and the trajectory.
    private List<org.sandglass.format.Quantity> arrays() {
        List<org.sandglass.format.Quantity> arrays = new ArrayList<>();
        arrays.add(org.sandglass.format.Quantity.vector(ArrayFiles.POINTS, mixture.d()));
        for (Beside beside : with) {
            arrays.add(
                    switch (beside) {
                        case Quantity quantity -> quantity.array(mixture.k(), mixture.d());
                        case OfDraw drawn -> drawn.array();
                    });
        }
        if (states() > 0) {
            arrays.add(new org.sandglass.format.Quantity("trajectory", List.of(states(), mixture.d())));
        }
        return arrays;
    }

    /// How many states of each chain are written.
    int states() {
        return draws instanceof Draws.Langevin langevin ? langevin.states() : 0;
    }
}
