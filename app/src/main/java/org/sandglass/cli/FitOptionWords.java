package org.sandglass.cli;

import java.util.ArrayList;
import java.util.List;
import org.sandglass.fit.Structure;
import org.sandglass.fit.VariancePrior;
import org.sandglass.format.InputException;
import org.sandglass.specification.FitOptions;
import org.sandglass.specification.FitStart;
import picocli.CommandLine.Option;

/// How a mixture is fitted, as words; an empty word is the default.
final class FitOptionWords {
    @Option(
            names = "--covariance",
            paramLabel = "S",
            description = "full, diagonal, isotropic, tied (one full for all) or low-rank:R (full).")
    private String covariance = "";

    @Option(
            names = "--prior",
            paramLabel = "P",
            description =
                    "Floor under variances: STRENGTH:SCALE, so many pseudo-observations per component of so much of"
                            + " the data's standard deviation; or off, maximum likelihood (1:0.1; off with --by).")
    private String prior = "";

    @Option(
            names = "--start",
            paramLabel = "S",
            description = "kmeans++, random-points, labels:COLUMN, or a mixture file (kmeans++).")
    private String start = "";

    @Option(names = "--restarts", paramLabel = "R", description = "Starts, of which the best end is kept (3).")
    private String restarts = "";

    @Option(
            names = "--tolerance",
            paramLabel = "G",
            description = "An iteration that gains less per row is the last (1e-6).")
    private String tolerance = "";

    @Option(names = "--iterations", paramLabel = "N", description = "Iterations at most (500).")
    private String iterations = "";

    @Option(
            names = "--held-out",
            paramLabel = "F",
            description = "Share of rows, at random, that are not fitted to but judge the fits (0).")
    private String heldOut = "";

    @Option(names = "--standardise", description = "Give columns mean 0 and standard deviation 1 first.")
    private boolean standardise;

    FitOptions options(FitOptions.Labelled labelled, Everywhere everywhere) {
        if (labelled == FitOptions.Labelled.YES) {
            refuseOptionsOfEm();
        }
        FitOptions usual = FitOptions.usual(labelled);
        Structure structure =
                covariance.isEmpty() ? usual.structure() : FitOptions.structure("--covariance", covariance);
        VariancePrior floor = prior.isEmpty() ? usual.prior() : FitOptions.prior("--prior", prior);
        FitStart begin = start.isEmpty() ? usual.start() : FitCommand.start(start);
        return new FitOptions(
                structure,
                floor,
                begin,
                (int) whole("--restarts", restarts, 1, usual.restarts()),
                number("--tolerance", tolerance, Double.MAX_VALUE, usual.tolerance()),
                (int) whole("--iterations", iterations, 0, usual.iterations()),
                number("--held-out", heldOut, Math.nextDown(1.0), usual.heldOut()),
                standardise,
                everywhere.seed());
    }

    private void refuseOptionsOfEm() {
        List<String> given = new ArrayList<>();
        addIfGiven(given, "--start", start);
        addIfGiven(given, "--restarts", restarts);
        addIfGiven(given, "--tolerance", tolerance);
        addIfGiven(given, "--iterations", iterations);
        addIfGiven(given, "--held-out", heldOut);
        if (!given.isEmpty()) {
            throw new InputException(given.getFirst() + " belongs to a fit with -k, --by needs no iterations");
        }
    }

    private static void addIfGiven(List<String> given, String option, String word) {
        if (!word.isEmpty()) {
            given.add(option);
        }
    }

    private static long whole(String option, String word, long least, long usual) {
        return word.isEmpty() ? usual : Everywhere.whole(option, word, least, Integer.MAX_VALUE);
    }

    /// A number in `[0, most]`.
    private static double number(String option, String word, double most, double usual) {
        if (word.isEmpty()) {
            return usual;
        }
        double number = word.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?") ? Double.parseDouble(word) : Double.NaN;
        if (!(number >= 0 && number <= most)) {
            throw new InputException(
                    option + " must be a number >= 0" + (most < 1 ? " and < 1" : "") + ", got \"" + word + "\"");
        }
        return number;
    }
}
