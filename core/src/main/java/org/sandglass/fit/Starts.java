package org.sandglass.fit;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;

/// Makes the mixtures that fits begin with.
final class Starts {
    private static final String WHEN = "at the start";

    private final Points points;
    private final Columns columns;
    private final MStep step;
    private final Loop loop;

    Starts(Points points, Columns columns, MStep step, Loop loop) {
        this.points = points;
        this.columns = columns;
        this.step = step;
        this.loop = loop;
    }

    /// The start of one of the restarts.
    GaussianMixture mixture(Start start, int k, long seed, int restart) {
        return switch (start) {
            case Start.KMeansPlusPlus(int trials, int lloyd) -> {
                KMeans means = new KMeans(points, loop);
                RandomStream stream = RandomStreams.of(seed).stream("fit: k-means++", k, restart);
                yield labelled(means.clusters(means.seeds(k, trials, stream), lloyd), WHEN);
            }
            case Start.RandomPoints() -> atRows(k, seed, restart);
            case Start.Mixture(GaussianMixture law) -> step.reshaped(law, WHEN);
            case Start.Labels(Labelling labels) -> labelled(labels, WHEN);
        };
    }

    /// The Gaussians of labelled rows: means in one pass, and all else about them in a second.
    GaussianMixture labelled(Labelling labels, String when) {
        Membership membership = Membership.by(labels);
        Sweep sweep = new Sweep(points, labels.k(), loop);
        Scatter first = new Scatter(middles(labels.k()), new Squares.Axes(labels.k(), points.d()));
        sweep.run(membership, first);
        Scatter second = new Scatter(first.means(), step.squares(labels.k(), points.d()));
        sweep.run(membership, second);
        return step.mixture(second, when);
    }

    private Points middles(int k) {
        Points out = Points.zeros(k, columns.d());
        for (int at = 0; at < out.data().length; at++) {
            out.data()[at] = columns.mean(at % columns.d());
        }
        return out;
    }

    /// Distinct rows as means, the covariance of all data.
    private GaussianMixture atRows(int k, long seed, int restart) {
        RandomStream stream = RandomStreams.of(seed).stream("fit: random points", k, restart);
        GaussianMixture all = labelled(Labelling.wrap(new int[points.n()], 1), WHEN);
        List<double[]> rows = new ArrayList<>();
        for (int row : Shuffle.of(points.n(), stream)) {
            double[] candidate = points.row(row);
            if (rows.size() < k && rows.stream().noneMatch(known -> java.util.Arrays.equals(known, candidate))) {
                rows.add(candidate);
            }
        }
        if (rows.size() < k) {
            throw new IllegalArgumentException("only " + rows.size() + " of the " + points.n()
                    + " rows are distinct, too few for " + k + " components");
        }
        return GaussianMixture.equallyWeighted(Points.of(rows.toArray(double[][]::new)), all.covariance(0));
    }
}
