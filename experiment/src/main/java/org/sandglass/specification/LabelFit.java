package org.sandglass.specification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sandglass.format.InputException;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.Spectral;

/// The Gaussians of labelled rows, by maximum likelihood.
///
/// @param file the data's file, for messages
/// @param points the rows
record LabelFit(Path file, Points points) {
    /// Every column with mean 0 and standard deviation 1 (divided by `n`).
    static Points standardised(Path file, Points points) {
        double[] mean = meanOf(points);
        double[] covariance = covarianceOf(points, mean);
        int d = points.d();
        double[][] rows = points.toRows();
        for (int j = 0; j < d; j++) {
            double std = Math.sqrt(covariance[j * d + j]);
            if (!(std > 0)) {
                throw InputException.in(
                        file, "column " + j + " of those chosen is constant and cannot be standardised");
            }
            for (double[] row : rows) {
                row[j] = (row[j] - mean[j]) / std;
            }
        }
        return Points.of(rows);
    }

    GaussianMixture mixture(List<String> labels, String by, String covariance) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            groups.computeIfAbsent(labels.get(i), _ -> new ArrayList<>()).add(i);
        }
        double[] weights = new double[groups.size()];
        double[][] means = new double[groups.size()][];
        List<Covariance> covariances = new ArrayList<>();
        for (var group : groups.entrySet()) {
            int k = covariances.size();
            Points rows = rows(group.getValue());
            weights[k] = rows.n();
            means[k] = meanOf(rows);
            covariances.add(covariance(rows, means[k], covariance, by + " = " + group.getKey()));
        }
        return GaussianMixture.ofWeights(weights, Points.of(means), covariances);
    }

    private Covariance covariance(Points rows, double[] mean, String structure, String group) {
        double[] matrix = covarianceOf(rows, mean);
        int d = rows.d();
        double[] stds = new double[d];
        double trace = 0;
        for (int j = 0; j < d; j++) {
            stds[j] = Math.sqrt(matrix[j * d + j]);
            trace += matrix[j * d + j];
            if (!(stds[j] > 0)) {
                throw InputException.in(
                        file, "the rows with " + group + " do not vary in column " + j + " of those chosen");
            }
        }
        try {
            return switch (structure) {
                case "diagonal" -> Diagonal.of(stds);
                case "isotropic" -> new Isotropic(Math.sqrt(trace / d), d);
                default -> Spectral.of(matrix, d);
            };
        } catch (IllegalArgumentException | NumericalException e) {
            throw InputException.in(
                    file,
                    "the " + rows.n() + " rows with " + group + " have no positive definite covariance ("
                            + e.getMessage() + "); choose covariance: diagonal");
        }
    }

    private Points rows(List<Integer> indices) {
        return Points.of(indices.stream().map(points::row).toArray(double[][]::new));
    }

    private static double[] meanOf(Points rows) {
        double[] mean = new double[rows.d()];
        for (int i = 0; i < rows.n(); i++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += rows.get(i, j) / rows.n();
            }
        }
        return mean;
    }

    private static double[] covarianceOf(Points rows, double[] mean) {
        int d = rows.d();
        double[] matrix = new double[d * d];
        for (int i = 0; i < rows.n(); i++) {
            for (int j = 0; j < d; j++) {
                for (int l = 0; l < d; l++) {
                    matrix[j * d + l] += (rows.get(i, j) - mean[j]) * (rows.get(i, l) - mean[l]) / rows.n();
                }
            }
        }
        return matrix;
    }
}
