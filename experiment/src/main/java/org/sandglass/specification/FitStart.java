package org.sandglass.specification;

import java.util.List;
import java.util.Optional;
import org.sandglass.fit.Start;
import org.sandglass.format.InputException;

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

    /// A start by its word.
    ///
    /// @param where names the place in messages
    /// @param word one of [#WORDS], or what names a mixture
    /// @return the start; empty if the word must be a mixture's
    /// @throws InputException if the word looks mistyped
    static Optional<FitStart> named(String where, String word) {
        if (word.equals("kmeans++")) {
            return Optional.of(usual());
        }
        if (word.equals("random-points")) {
            return Optional.of(new RandomPoints());
        }
        if (word.startsWith(LABELS)) {
            return Optional.of(new Labels(word.substring(LABELS.length())));
        }
        Optional<String> near = Nearest.of(word, WORDS);
        if (near.isPresent() && !Source.isInline(word) && !Source.looksLikeFile(word)) {
            throw new InputException(where + ": unknown start \"" + word + "\"; did you mean \"" + near.get() + "\"?");
        }
        return Optional.empty();
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
