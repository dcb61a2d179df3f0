package org.sandglass.cli;

import java.io.IOException;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.sandglass.mixture.Conditioned;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.report.PosteriorReport;
import org.sandglass.specification.MeasurementSpec;
import org.sandglass.specification.MixtureDocuments;
import org.sandglass.specification.MixtureSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `sandglass posterior`.
@Command(
        name = "posterior",
        description = "The exact posterior given a linear measurement y = A x + noise, as a mixture file.",
        footer = {
            "",
            "Example: sandglass posterior --mixture two-modes --measurement '{operator: [[1, 0]], y: [1.5],"
                    + " noise-std: 0.2}' -o posterior.yaml"
        })
final class PosteriorCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--mixture",
            paramLabel = "M",
            required = true,
            description = "The prior: a mixture file, a target's name, or YAML in braces.")
    private String mixture = "";

    @Option(
            names = "--measurement",
            paramLabel = "Y",
            required = true,
            description = "A measurement file, YAML in braces (operator, y, noise-std), or an inverse problem by name.")
    private String measurement = "";

    @Mixin
    private ReportOption report = new ReportOption();

    @Mixin
    private OutputOption output = new OutputOption();

    PosteriorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        report.check();
        MeasurementSpec spec = MeasurementSpec.argument("--measurement", measurement);
        GaussianMixture prior =
                MixtureSpec.argument("--mixture", mixture).resolve().only("posterior");
        LinearMeasurement seen = spec.of(prior.d());
        Conditioned posterior = prior.condition(seen);
        SequencedMap<String, Object> document = MixtureDocuments.full(posterior.mixture(), "--mixture: the posterior");
        document.put("log-evidence", posterior.logEvidence());
        output.write(document, console);
        report.write(() -> new PosteriorReport(prior, seen, posterior).page());
        return ExitCodes.DONE;
    }
}
