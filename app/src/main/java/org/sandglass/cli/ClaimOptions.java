package org.sandglass.cli;

import org.sandglass.conformance.Claims;
import org.sandglass.conformance.Problem;
import org.sandglass.format.InputException;
import org.sandglass.specification.ProcessSpec;
import picocli.CommandLine.Option;

/// What is claimed about a sampler, and between which times.
final class ClaimOptions {
    @Option(names = "--from", paramLabel = "T", description = "The first time (the end of the process).")
    private String from = "";

    @Option(names = "--to", paramLabel = "T", description = "The last time (0).")
    private String to = "";

    @Option(names = "--order", paramLabel = "p", description = "Claimed: the order of the error in the step.")
    private String order = "";

    @Option(names = "--evaluations", paramLabel = "k", description = "Claimed: evaluations per step.")
    private String evaluations = "";

    @Option(names = "--eta", paramLabel = "η", description = "Claimed: the η of DDIM.")
    private String eta = "";

    @Option(
            names = "--lower-order-final",
            description = "Claimed: the last step is of order 1, and uses no earlier predictions.")
    private boolean lowerOrderFinal;

    Claims claims() {
        Claims claims = Claims.none();
        if (!order.isEmpty()) {
            claims = claims.withOrder(number("--order", order));
        }
        if (!evaluations.isEmpty()) {
            claims = claims.withEvaluations((int) Everywhere.whole("--evaluations", evaluations, 1, 1000));
        }
        if (!eta.isEmpty()) {
            claims = claims.withEta(number("--eta", eta));
        }
        return lowerOrderFinal ? claims.withLastStep(Claims.LastStep.FIRST_ORDER) : claims;
    }

    /// The problem between the times given.
    Problem between(Problem problem, ProcessSpec process) {
        double first = from.isEmpty() ? problem.from() : process.checkTime("--from", number("--from", from));
        double last = to.isEmpty() ? problem.to() : process.checkTime("--to", number("--to", to));
        if (!(last < first)) {
            throw new InputException("--to must be before --from, got " + last + " and " + first);
        }
        return problem.between(first, last);
    }

    private static double number(String option, String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException _) {
            throw new InputException(option + " must be a number, got \"" + word + "\"");
        }
    }
}
