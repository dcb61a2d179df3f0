package org.sandglass.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.sandglass.conformance.Problem;
import org.sandglass.conformance.SamplerConformance;
import org.sandglass.conformance.Verdict;
import org.sandglass.format.InputException;
import org.sandglass.format.Json;
import org.sandglass.run.ProgramSampler;
import org.sandglass.run.VerdictTable;
import org.sandglass.specification.ProcessSpec;
import org.sandglass.specification.ResolvedMixture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `sandglass conform`.
@Command(
        name = "conform",
        description = "Judge a sampler that is another program: run it some twenty times, and say line by line what is"
                + " right and what is wrong.",
        footer = {
            "",
            "COMMAND gets --noise z.npy --out x.npy --mixture m.json --process p.json --steps N --seed S. z.npy holds"
                    + " points [n, D] at the first time, to start from as they are; x.npy is to hold [n, D] samples"
                    + " at the last. COMMAND may evaluate the mixture by itself, or ask for E[x0|xt]: it writes a .npy"
                    + " of points and one of times to standard output, and reads a .npy from standard input.",
            "",
            "Exit code: 0 nothing is wrong, 3 some check fails, 2 COMMAND breaks this contract.",
            "",
            "Example: sandglass conform --mixture two-modes --process flow --steps 20 --order 1 --"
                    + " python3 examples/conform/ddim.py"
        })
final class ConformCommand implements Callable<Integer> {
    private final Console console;

    @ParentCommand
    private Main main = Main.NONE;

    @Mixin
    private ProcessOptions law = new ProcessOptions();

    @Option(names = "--steps", paramLabel = "N", description = "Steps; also four and sixteen times as many (20).")
    private String steps = "20";

    @Option(names = "-n", paramLabel = "N", description = "Points for each estimated number (2000).")
    private String count = "2000";

    @Mixin
    private ClaimOptions claims = new ClaimOptions();

    @Option(names = "--timeout", paramLabel = "S", description = "Seconds that one run may take (300).")
    private String timeout = "300";

    @Option(names = "--format", paramLabel = "F", description = "text or json (text).")
    private String format = "text";

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The program and its own arguments, after --.")
    private List<String> command = List.of();

    ConformCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("text") && !format.equals("json")) {
            throw new InputException("--format must be text or json, got \"" + format + "\"");
        }
        ProcessSpec spec = law.process();
        Problem problem = problem(spec);
        Duration patience = Duration.ofSeconds(Everywhere.whole("--timeout", timeout, 1, 1_000_000));
        try (ProgramSampler program = new ProgramSampler(command, spec, patience, console.err())) {
            List<Verdict> verdicts = SamplerConformance.judge(program, problem, claims.claims());
            print(problem, verdicts);
            return SamplerConformance.passes(verdicts) ? ExitCodes.DONE : ExitCodes.NOT_CONFORMING;
        }
    }

    private Problem problem(ProcessSpec spec) {
        ResolvedMixture resolved = law.mixture();
        if (resolved.hasPoints()) {
            throw new InputException("--mixture: a sampler is judged on a mixture with a density, got exact points");
        }
        int each = (int) Everywhere.whole("--steps", steps, 2, 100_000);
        int points = (int) Everywhere.whole("-n", count, 100, 10_000_000);
        return claims.between(new Problem(resolved.only("conform"), spec.schedule()), spec)
                .withSteps(each)
                .withPoints(points)
                .withSeed(main.everywhere().seed());
    }

    private void print(Problem problem, List<Verdict> verdicts) {
        if (format.equals("json")) {
            SequencedMap<String, Object> document = new LinkedHashMap<>();
            document.put("command", command);
            document.put("steps", problem.steps());
            document.put("count", problem.points());
            document.put("seed", problem.seed());
            document.put("passes", SamplerConformance.passes(verdicts));
            document.put("verdicts", VerdictTable.documents(verdicts));
            console.out().print(Json.text(document));
        } else {
            console.out().print(VerdictTable.text(verdicts));
        }
    }
}
