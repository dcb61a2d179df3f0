package org.sandglass.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.sandglass.format.InputException;
import org.sandglass.specification.Nearest;

/// What a data set holds beside its points: quantities of the point, or of how it was drawn.
public sealed interface Beside permits Quantity, OfDraw {
    /// Its name.
    ///
    /// @return as in `log-density`
    String word();

    /// Reads a comma list of names.
    ///
    /// @param option what carried it, for messages
    /// @param list as in `log-density,component`
    /// @param hasProcess whether a process and a time are given
    /// @return what is named, in that order
    /// @throws InputException if a name is not known, comes twice, or needs a process
    static List<Beside> list(String option, String list, boolean hasProcess) {
        List<Beside> all = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            Beside beside = of(option, word.strip(), hasProcess);
            if (all.contains(beside)) {
                throw new InputException(option + ": " + word.strip() + " is named twice");
            }
            all.add(beside);
        }
        return all;
    }

    private static Beside of(String option, String word, boolean hasProcess) {
        return OfDraw.find(word)
                .map(Beside.class::cast)
                .or(() -> Quantity.find(option, word, hasProcess).map(Beside.class::cast))
                .orElseThrow(() -> new InputException(option + ": unknown quantity \"" + word + "\"; "
                        + Nearest.suggestion(
                                word,
                                Stream.concat(Arrays.stream(Quantity.values()), Arrays.stream(OfDraw.values()))
                                        .map(Beside::word)
                                        .toList())));
    }
}
