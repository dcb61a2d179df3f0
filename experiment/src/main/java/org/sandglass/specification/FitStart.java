package org.sandglass.specification;

import java.util.List;
import org.sandglass.fit.Start;

/// Where a fit begins, as a document says it.
public sealed interface FitStart {
    /// `kmeans++`.
    ///
    /// @param trials candidates for each centre
    /// @param lloyd iterations of Lloyd's at most
    record KMeans(int trials, int lloyd) implements FitStart {}

    /// `random-points`.
    record RandomPoints() implements FitStart {}

    /// `labels:COLUMN`: the Gaussians of labelled rows.
    ///
    /// @param column the label column
    record Labels(String column) implements FitStart {}

    /// A mixture of `K` components.
    ///
    /// @param mixture the mixture
    record Mixture(MixtureSpec mixture) implements FitStart {}

    /// The words for the first two, and the form of the third.
    List<String> WORDS = List.of("kmeans++", "random-points", "labels:COLUMN");

    /// The beginning of the third.
    String LABELS = "labels:";

    /// The usual start.
    ///
    /// @return k-means++ with the trials and iterations of [Start#usual()]
    static FitStart usual() {
        return switch (Start.usual()) {
            case Start.KMeansPlusPlus(int trials, int lloyd) -> new KMeans(trials, lloyd);
            case Start.RandomPoints(), Start.Mixture _, Start.Labels _ -> new RandomPoints();
        };
    }

    /// As a document writes it: a word, or the mixture.
    ///
    /// @return text, or the entries of a mixture file
    default Object written() {
        return switch (this) {
            case KMeans _ -> "kmeans++";
            case RandomPoints() -> "random-points";
            case Labels(String column) -> LABELS + column;
            case Mixture(MixtureSpec mixture) -> mixture.toDocument();
        };
    }
}
