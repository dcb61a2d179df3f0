package org.sandglass.cli;

import java.util.List;
import org.sandglass.format.InputException;
import org.sandglass.run.Beside;
import org.sandglass.run.Quantity;
import org.sandglass.run.TimeChoice;
import org.sandglass.run.Units;
import picocli.CommandLine.Option;

/// Units of energy and length.
final class UnitsOptions {
    @Option(
            names = "--kt",
            paramLabel = "E",
            description = "kT, the unit of energy: energy is -kT ln p, force is kT times the score (1).")
    private String kt = "";

    @Option(
            names = "--length-scale",
            paramLabel = "L",
            description = "Points are counted in units of L: x/L, the score times L, log densities plus D ln L, and all"
                    + " else to match (1).")
    private String length = "";

    /// The units, for what is asked for.
    Units value(String option, List<? extends Beside> wanted) {
        if (!kt.isEmpty() && !wanted.contains(Quantity.ENERGY) && !wanted.contains(Quantity.FORCE)) {
            throw new InputException("--kt is the unit of energy and force, and " + option + " names neither");
        }
        return new Units(positive("--kt", kt), positive("--length-scale", length));
    }

    private static double positive(String option, String word) {
        return word.isEmpty() ? 1 : TimeChoice.number(option, word);
    }
}
