package org.sandglass.specification;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known word that a mistyped one most likely meant.
public final class Nearest {
    private Nearest() {}

    /// The nearest of some words by edit distance: insertions, deletions, substitutions and swaps of
    /// neighbours.
    ///
    /// @param word what was typed
    /// @param known the words that would have been right
    /// @return the nearest, the first of equals; empty if nothing is near (more than half of the letters
    ///     differ)
    public static Optional<String> of(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .filter(candidate -> 2 * distance(word, candidate) <= Math.max(word.length(), candidate.length()));
    }

    /// What to say about a word that is not known: the nearest known one, or all of them.
    ///
    /// @param word what was typed
    /// @param known the words that would have been right
    /// @return `did you mean "means"?`, or `known are means, std, …`
    public static String suggestion(String word, Collection<String> known) {
        return of(word, known)
                .map(nearest -> "did you mean \"" + nearest + "\"?")
                .orElseGet(() -> "known are " + String.join(", ", known));
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, d);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] d) {
        boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
