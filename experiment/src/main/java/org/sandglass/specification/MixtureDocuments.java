package org.sandglass.specification;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.function.Function;
import org.sandglass.format.InputException;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LowRank;
import org.sandglass.mixture.Spectral;

/// Turns computed mixtures into the entries of a mixture file, each covariance in its structure.
public final class MixtureDocuments {
    private MixtureDocuments() {}

    /// One mixture, or a batch of the same `K` and `D`: `std` or `stds`, `factors` with `noise-stds`, or
    /// `covariances`.
    ///
    /// @param resolved the mixtures
    /// @param what what the mixture is, for the message
    /// @return entries of a mixture file
    /// @throws InputException if it holds exact points, which a mixture file cannot
    public static SequencedMap<String, Object> of(ResolvedMixture resolved, String what) {
        requireWidth(resolved, what);
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        putWeights(resolved, document);
        document.put("means", axes(resolved, m -> means(m)));
        putScale(resolved, document);
        return document;
    }

    /// One mixture with full covariances, as `posterior` gives it.
    ///
    /// @param mixture any mixture
    /// @param what what the mixture is, for the message
    /// @return `weights`, `means` and `covariances`
    /// @throws InputException if it holds exact points, which a mixture file cannot
    public static SequencedMap<String, Object> full(GaussianMixture mixture, String what) {
        ResolvedMixture resolved = ResolvedMixture.single(mixture);
        requireWidth(resolved, what);
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("weights", numbers(mixture.weights()));
        document.put("means", means(mixture));
        document.put("covariances", matrices(resolved));
        return document;
    }

    /// Logits where a weight is too small for a double.
    private static void putWeights(ResolvedMixture resolved, SequencedMap<String, Object> document) {
        boolean lost = resolved.mixtures().stream().anyMatch(MixtureDocuments::losesWeight);
        document.put(lost ? "logits" : "weights", axes(resolved, m -> numbers(lost ? m.logWeights() : m.weights())));
    }

    private static boolean losesWeight(GaussianMixture mixture) {
        double[] weights = mixture.weights();
        double[] logs = mixture.logWeights();
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] < Double.MIN_NORMAL && logs[k] != Double.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    private static void putScale(ResolvedMixture resolved, SequencedMap<String, Object> document) {
        List<Covariance> all = resolved.mixtures().stream()
                .flatMap(m -> m.covariances().stream())
                .toList();
        OptionalInt rank = commonRank(all);
        if (all.stream().allMatch(c -> c instanceof Isotropic)
                && all.stream().distinct().count() == 1) {
            document.put("std", ((Isotropic) all.getFirst()).std());
        } else if (all.stream().allMatch(c -> c instanceof Isotropic) && !resolved.batched()) {
            document.put("stds", all.stream().map(c -> ((Isotropic) c).std()).toList());
        } else if (all.stream().allMatch(c -> c instanceof Isotropic || c instanceof Diagonal)) {
            document.put(
                    "stds",
                    axes(
                            resolved,
                            m -> m.covariances().stream()
                                    .map(MixtureDocuments::stds)
                                    .toList()));
        } else if (rank.isPresent()) {
            document.put(
                    "factors",
                    axes(
                            resolved,
                            m -> m.covariances().stream()
                                    .map(c -> rows(((LowRank) c).factor(), rank.getAsInt()))
                                    .toList()));
            document.put(
                    "noise-stds",
                    axes(
                            resolved,
                            m -> m.covariances().stream()
                                    .map(c -> numbers(((LowRank) c).noiseStds()))
                                    .toList()));
        } else {
            document.put("covariances", matrices(resolved));
        }
    }

    private static OptionalInt commonRank(List<Covariance> all) {
        int[] ranks = all.stream()
                .mapToInt(c -> c instanceof LowRank lowRank ? lowRank.rank() : 0)
                .distinct()
                .toArray();
        return ranks.length == 1 && ranks[0] > 0 ? OptionalInt.of(ranks[0]) : OptionalInt.empty();
    }

    private static Object matrices(ResolvedMixture resolved) {
        return axes(
                resolved,
                m -> m.covariances().stream().map(c -> rows(c.matrix(), m.d())).toList());
    }

    private static List<Double> stds(Covariance covariance) {
        return switch (covariance) {
            case Isotropic(double std, int d) -> {
                double[] all = new double[d];
                Arrays.fill(all, std);
                yield numbers(all);
            }
            case Diagonal diagonal -> numbers(diagonal.stds());
            case Spectral _, LowRank _ -> throw new IllegalStateException("not diagonal");
        };
    }

    private static void requireWidth(ResolvedMixture resolved, String what) {
        if (resolved.hasPoints()) {
            throw new InputException(what + " holds exact points (std 0), which a mixture file cannot");
        }
    }

    /// The entry of the one mixture, or a list with that of each.
    private static Object axes(ResolvedMixture resolved, Function<GaussianMixture, Object> entry) {
        List<Object> each = resolved.mixtures().stream().map(entry).toList();
        return resolved.batched() ? each : each.getFirst();
    }

    private static List<List<Double>> means(GaussianMixture mixture) {
        return Arrays.stream(mixture.means().toRows())
                .map(MixtureDocuments::numbers)
                .toList();
    }

    private static List<Double> numbers(double[] data) {
        return Arrays.stream(data).boxed().toList();
    }

    private static List<List<Double>> rows(double[] data, int width) {
        return java.util.stream.IntStream.range(0, data.length / width)
                .mapToObj(i -> numbers(Arrays.copyOfRange(data, i * width, (i + 1) * width)))
                .toList();
    }
}
