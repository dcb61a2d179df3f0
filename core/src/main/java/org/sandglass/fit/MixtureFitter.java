package org.sandglass.fit;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;

/// Fits mixtures to rows of data: by expectation–maximisation from one or more starts, or to labels in one
/// step.
///
/// The same data, settings and seed give the same bits for any number of threads, with and without vectors.
/// An iteration costs about an evaluation of responsibilities and the sums of the M step, `O(nKd)` for
/// isotropic and diagonal, `O(nKd²)` for full and tied, `O(nKdR)` for low-rank covariances, and the
/// factorisations of the new ones; memory beside the data is some megabytes and the sums. Derivations:
/// `docs/math/fitting.md`.
public final class MixtureFitter {
    private final Points points;
    private final FitSettings settings;
    private final Loop loop;
    private final Columns columns;
    private final Floor floor;
    private final MStep step;

    /// A fitter of some data.
    ///
    /// @param points the rows, n × d, finite, `n ≥ 1`
    /// @param settings how to fit
    /// @param loop threads
    /// @throws IllegalArgumentException if there is no row, one is not finite, or the structure does not
    /// fit `d`
    public MixtureFitter(Points points, FitSettings settings, Loop loop) {
        if (points.n() < 1) {
            throw new IllegalArgumentException("a fit needs at least one row, got none");
        }
        if (points.firstNonFiniteRow() >= 0) {
            throw new IllegalArgumentException("row " + points.firstNonFiniteRow() + " must be finite");
        }
        settings.structure().requireDimension(points.d());
        this.points = points;
        this.settings = settings;
        this.loop = loop;
        this.columns = Columns.of(points);
        this.floor = Floor.of(settings.prior(), columns);
        this.step = new MStep(settings.structure(), floor, columns, loop);
        requireVariance();
    }

    private void requireVariance() {
        if (columns.meanVariance() == 0) {
            throw new IllegalArgumentException(
                    "all " + points.n() + " rows are the same point; a fit needs rows that vary");
        }
        boolean needsEach = !(settings.structure() instanceof Structure.Isotropic) && floor.strength() == 0;
        for (int j = 0; needsEach && j < columns.d(); j++) {
            if (columns.variance(j) == 0) {
                throw new IllegalArgumentException("column " + j + " is constant, and without a prior "
                        + settings.structure().word() + " covariances need every column to vary");
            }
        }
    }

    /// The best of the fits from all starts: that with the greatest log likelihood + log prior. A start
    /// that ends in a collapse is left out and told of; the fit fails if all do.
    ///
    /// @param k how many components
    /// @param observer is told of every iteration
    /// @return the fit
    /// @throws IllegalArgumentException if `k < 1`, there are fewer distinct rows, or a given start does
    /// not fit
    /// @throws NumericalException if a component collapses from every start
    public Fit fit(int k, FitObserver observer) {
        if (k < 1 || k > points.n()) {
            throw new IllegalArgumentException(
                    "the number of components must be in 1.." + points.n() + ", the number of rows, got " + k);
        }
        requireStart(k);
        List<Fit> fits = new ArrayList<>();
        List<NumericalException> collapses = new ArrayList<>();
        for (int restart = 0; restart < restarts(); restart++) {
            try {
                fits.add(run(k, restart, observer));
            } catch (NumericalException collapse) {
                collapses.add(collapse);
            }
        }
        if (fits.isEmpty()) {
            throw collapses.getFirst();
        }
        return best(fits)
                .amongst(collapses.stream()
                        .map(c -> String.valueOf(c.getMessage()))
                        .toList());
    }

    private Fit run(int k, int restart, FitObserver observer) {
        GaussianMixture start =
                new Starts(points, columns, step, loop).mixture(settings.start(), k, settings.seed(), restart);
        return new Em(points, settings, step, floor, loop).run(start, restart, observer);
    }

    private static Fit best(List<Fit> fits) {
        Fit best = fits.getFirst();
        for (Fit fit : fits) {
            best = fit.end().objective() > best.end().objective() ? fit : best;
        }
        return best;
    }

    private int restarts() {
        return switch (settings.start()) {
            case Start.KMeansPlusPlus _, Start.RandomPoints() -> settings.restarts();
            case Start.Mixture _, Start.Labels _ -> 1;
        };
    }

    private void requireStart(int k) {
        switch (settings.start()) {
            case Start.KMeansPlusPlus _, Start.RandomPoints() -> {}
            case Start.Mixture(GaussianMixture law) -> {
                if (law.k() != k || law.d() != points.d()) {
                    throw new IllegalArgumentException("the start has K = " + law.k() + " and D = " + law.d()
                            + ", needed K = " + k + " and D = " + points.d());
                }
            }
            case Start.Labels(Labelling labels) -> {
                requireLabels(labels);
                if (labels.k() != k) {
                    throw new IllegalArgumentException("the start has " + labels.k() + " labels, needed K = " + k);
                }
            }
        }
    }

    private void requireLabels(Labelling labels) {
        if (labels.n() != points.n()) {
            throw new IllegalArgumentException("there are " + labels.n() + " labels for " + points.n() + " rows");
        }
    }

    /// The supervised fit: a Gaussian per label, weights the shares of the labels, means and covariances
    /// those of their rows (maximum likelihood, divided by their number, or with the prior). The mixture's
    /// log likelihood is reported, without the labels.
    ///
    /// @param labels one per row
    /// @return components in the order of [Labelling#names()]; no iterations
    /// @throws IllegalArgumentException if there is another number of labels than rows
    /// @throws NumericalException if the rows of a label have no positive definite covariance of the
    /// structure
    public Fit byLabels(Labelling labels) {
        requireLabels(labels);
        GaussianMixture law = new Starts(points, columns, step, loop).labelled(labels, "in the fit by labels");
        FitSettings once = settings.withEnd(0, 0);
        return new Em(points, once, step, floor, loop).run(law, 0, FitObserver.NONE);
    }
}
