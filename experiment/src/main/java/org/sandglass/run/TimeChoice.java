package org.sandglass.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.InputException;
import org.sandglass.format.NumberArray;
import org.sandglass.format.Selection;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;

/// What `--time T` means: one time for all points, several in turn, or one per point.
public sealed interface TimeChoice {
    /// One time for all.
    ///
    /// @param t the time
    record One(double t) implements TimeChoice {}

    /// Each time in turn; results gain a leading axis.
    ///
    /// @param times the times in order
    record Several(List<Double> times) implements TimeChoice {
        /// Copies the list.
        public Several {
            times = List.copyOf(times);
        }
    }

    /// A time for each point, or for each mixture of a batch.
    ///
    /// @param file what holds them, for messages
    /// @param times `[N]`, or `[B]` or `[N, B]` for a batch
    record PerPoint(String file, NumberArray times) implements TimeChoice {
        /// How many points these times are for: −1 if for any number.
        int points(ResolvedMixture mixture) {
            return isPerMixture(mixture) ? -1 : times.shape().getFirst();
        }

        /// The time of a point of a mixture.
        double of(int point, int b, ResolvedMixture mixture) {
            int size = mixture.mixtures().size();
            return times.data()[isPerMixture(mixture) ? b : point * size + b];
        }

        private boolean isPerMixture(ResolvedMixture mixture) {
            return mixture.batched() && times.shape().size() == 1;
        }
    }

    /// Reads and checks the argument.
    ///
    /// @param option the option that carried it
    /// @param argument a number, a comma list, or a `.npy`
    /// @param process whose times they are
    /// @param mixture what is evaluated at them
    /// @return the choice
    /// @throws InputException if a time is not one, or outside the process
    /// @throws IOException if the machine fails
    static TimeChoice read(String option, String argument, ProcessSpec process, ResolvedMixture mixture)
            throws IOException {
        if (argument.endsWith(".npy")) {
            return perPoint(argument, process, mixture);
        }
        List<Double> times = new ArrayList<>();
        for (String word : argument.split(",", -1)) {
            times.add(process.checkTime(option, number(option, word.strip())));
        }
        return argument.contains(",") ? new Several(times) : new One(times.getFirst());
    }

    /// Reads one number.
    ///
    /// @param option the option that carried it
    /// @param word what was typed
    /// @return a finite number
    /// @throws InputException if it is none
    static double number(String option, String word) {
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number) && word.matches("[-+.0-9eE]+")) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new InputException(option + " must be a number, got \"" + word + "\"");
    }

    private static TimeChoice perPoint(String argument, ProcessSpec process, ResolvedMixture mixture)
            throws IOException {
        NumberArray times = ArrayFiles.read(Path.of(argument), Selection.usual());
        List<Integer> shape = times.shape();
        int b = mixture.mixtures().size();
        boolean fits = mixture.batched()
                ? shape.equals(List.of(b)) || (shape.size() == 2 && shape.getLast() == b)
                : shape.size() == 1;
        if (!fits) {
            throw new InputException(argument + ": must hold "
                    + (mixture.batched() ? "[B] or [N, B] times with B = " + b : "[N] times, one per point")
                    + ", got shape " + shape);
        }
        for (int i = 0; i < times.data().length; i++) {
            process.checkTime(argument + ": time " + i, times.data()[i]);
        }
        return new PerPoint(argument, times);
    }
}
