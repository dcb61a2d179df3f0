package org.sandglass.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The `sandglass` command.
@Command(
        name = "sandglass",
        versionProvider = Version.class,
        description = "An exact laboratory for diffusion on Gaussian mixtures.",
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        optionListHeading = "%nEverywhere:%n",
        footer = {"", "Example: sandglass run examples/quickstart.yaml", "Help on a verb: sandglass VERB --help"})
public final class Main implements Runnable {
    @Mixin
    private final Everywhere everywhere = new Everywhere();

    @Option(names = "--version", versionHelp = true, description = "Print the versions of everything and exit.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean versionAsked;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Stands in until a verb learns its parent.
    static final Main NONE = new Main();

    private Main() {}

    Everywhere everywhere() {
        return everywhere;
    }

    /// The words that started this, as a shell would take them again.
    String commandLine() {
        return "sandglass "
                + spec.commandLine().getParseResult().originalArgs().stream()
                        .map(word ->
                                word.matches("[A-Za-z0-9._/:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
    }

    /// Runs the command and ends the JVM with its exit code.
    ///
    /// @param args the words after `sandglass`
    public static void main(String[] args) {
        System.exit(run(args, Console.ofProcess()));
    }

    /// Runs the command in this JVM.
    ///
    /// @param args the words after `sandglass`
    /// @param out where results go
    /// @param err where complaints go
    /// @return the exit code: 0, 1, 2, 3 (a sampler does not conform) or 130
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return run(args, new Console(out, err, false));
    }

    private static int run(String[] args, Console console) {
        if (Verb.comesLater(args)) {
            console.err().println("sandglass: " + args[0] + " comes with its own work and is not there yet");
            return ExitCodes.CALLER;
        }
        CommandLine line = new CommandLine(new Main());
        Verb.neededFor(args).forEach(verb -> verb.addTo(line, console));
        line.setOut(new PrintWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), true))
                .setErr(new PrintWriter(new OutputStreamWriter(console.err(), StandardCharsets.UTF_8), true))
                .setUsageHelpAutoWidth(true)
                .setOverwrittenOptionsAllowed(false)
                .setExpandAtFiles(false)
                .setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler((problem, words) -> Mistakes.parsing(problem, Arrays.asList(words), console));
        line.setExecutionExceptionHandler(
                (problem, _, _) -> Failures.report(problem, Arrays.asList(args).contains("--stacktrace"), console));
        int code = execute(line, args, console);
        console.out().flush();
        console.err().flush();
        return code;
    }

    private static int execute(CommandLine line, String[] args, Console console) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return Failures.report(e, List.of(args).contains("--stacktrace"), console);
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
