package org.sandglass.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.InputException;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Pruning;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.Budget;
import org.sandglass.specification.CompareSpec;
import org.sandglass.specification.CompareSpec.Named;
import org.sandglass.specification.GridChoice;
import org.sandglass.specification.MixtureSpec;
import org.sandglass.specification.SolverSpec;

/// All that a comparison has to measure, found out before any of it is.
///
/// @param cases every mixture under every process
record Plan(List<Case> cases) {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /// Copies the list.
    Plan {
        cases = List.copyOf(cases);
    }

    /// @throws InputException if a mixture cannot be read, or a grid cannot be made
    static Plan of(CompareSpec spec, Pruning pruning) {
        List<Case> cases = new ArrayList<>();
        for (Named<MixtureSpec> mixture : spec.mixtures()) {
            GaussianMixture data = mixture.value().resolve().only("compare").withPruning(pruning);
            for (GridChoice setting : spec.settings()) {
                DiffusedMixture law =
                        new DiffusedMixture(data, setting.process().schedule());
                cases.add(new Case(mixture.name(), setting.name(), law, curves(spec, setting, law)));
            }
        }
        return new Plan(cases);
    }

    /// How many points at most fit into one array, as they must where they are drawn.
    static int mostPoints(int d) {
        return LONGEST_ARRAY / d;
    }

    /// The steps of all cells.
    long steps() {
        return cases.stream()
                .flatMap(each -> each.curves().stream())
                .flatMap(curve -> curve.cells().stream())
                .mapToLong(cell -> cell.sampler().grid().steps())
                .sum();
    }

    private static List<Curve> curves(CompareSpec spec, GridChoice setting, DiffusedMixture law) {
        List<Curve> curves = new ArrayList<>();
        for (Named<SolverSpec> solver : spec.solvers()) {
            for (String grid : setting.grids()) {
                Maker maker = new Maker(spec, setting, grid, solver, law);
                curves.add(new Curve(solver.name(), solver.value(), grid, maker.cells()));
            }
        }
        return curves;
    }

    /// Makes the cells of a curve.
    private record Maker(
            CompareSpec spec, GridChoice setting, String grid, Named<SolverSpec> named, DiffusedMixture law) {
        /// A rule that does not suit the grid is told before any work.
        List<Cell> cells() {
            try {
                List<Cell> cells = solver().type().isAdaptive() ? adaptive() : byBudget();
                cells.forEach(this::tryFirstStep);
                return cells;
            } catch (IllegalArgumentException e) {
                throw new InputException("samplers: " + named.name() + " on the grid " + grid + " of " + setting.name()
                        + ": " + e.getMessage());
            }
        }

        private SolverSpec solver() {
            return named.value();
        }

        private void tryFirstStep(Cell cell) {
            try {
                cell.sampler()
                        .step()
                        .move(new MixtureDenoiser(law), cell.sampler().grid(), 0);
            } catch (NumericalException _) {
                // The run itself will tell.
            }
        }

        private List<Cell> adaptive() {
            return List.of(new Cell(spec.budget().numbers().getLast(), 1, sampler(1)));
        }

        private List<Cell> byBudget() {
            List<Cell> cells = new ArrayList<>();
            for (int number : spec.numbers(named.name())) {
                int steps = steps(number);
                if (steps > 0) {
                    cells.add(new Cell(number, steps, sampler(steps)));
                }
            }
            return cells;
        }

        private int steps(int number) {
            return switch (spec.budget()) {
                case Budget.Steps _ -> number;
                case Budget.Evaluations _ -> within(number);
            };
        }

        /// The most steps that ask at most `budget` times, 0 if a single one asks more often.
        private int within(int budget) {
            int low = 0;
            int high = budget + 1;
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (evaluations(middle) <= budget) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /// Rules that do not state it for a few steps are asked by carrying a point.
        private double evaluations(int steps) {
            Sampler sampler = sampler(steps);
            OptionalInt known = sampler.evaluations();
            return known.isPresent() ? known.getAsInt() : counted(sampler);
        }

        private double counted(Sampler sampler) {
            try {
                return sampler.run(
                                new MixtureDenoiser(law),
                                Points.zeros(1, law.d()),
                                RandomStreams.of(0),
                                Workers.of(1),
                                new Recording.EndOnly(),
                                StepObserver.quiet())
                        .evaluations();
            } catch (NumericalException _) {
                return sampler.grid().steps(); // The run itself will tell.
            }
        }

        private Sampler sampler(int steps) {
            return new Sampler(
                    solver().step(law),
                    setting.grid(grid, solver(), steps, spec.finale()),
                    spec.finale().finish());
        }
    }
}
