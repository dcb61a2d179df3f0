package org.sandglass.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.sandglass.format.InputException;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.specification.MixtureDocuments;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `sandglass diffuse`.
@Command(
        name = "diffuse",
        description = "The exact marginal at one time, as a mixture file.",
        footer = {"", "Example: sandglass diffuse --mixture two-modes --process flow --time 0.5 -o half.yaml"})
final class DiffuseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private LawOptions law = new LawOptions();

    @Mixin
    private OutputOption output = new OutputOption();

    DiffuseCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ProcessSpec process = law.process().orElseThrow(() -> new InputException("diffuse needs --process and --time"));
        double t = law.oneTime(process);
        ResolvedMixture mixture = law.mixture();
        double alpha = process.schedule().alpha(t);
        double sigma = process.schedule().sigma(t);
        List<GaussianMixture> marginals = mixture.mixtures().stream()
                .map(one -> one.underNoise(alpha, sigma).marginal())
                .toList();
        ResolvedMixture result = new ResolvedMixture(mixture.batched(), marginals);
        output.write(MixtureDocuments.of(result, "--time: the marginal at this time"), console);
        return ExitCodes.DONE;
    }
}
