package org.sandglass.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;

/// What can be done, in the order of the help.
enum Verb {
    RUN,
    EVAL,
    SAMPLE,
    DIFFUSE,
    POSTERIOR,
    FIT,
    METRICS,
    LIKELIHOOD,
    FLOW,
    COMPARE,
    CONFORM,
    GALLERY,
    TARGETS,
    SOLVERS;

    /// Verbs of the plan that have no code yet.
    private static final List<String> LATER = List.of("train", "lab");

    /// The word that asks for it.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The verbs that a command line needs to know: the one that it begins with, else all. To describe the
    /// options of one takes some ten milliseconds.
    static List<Verb> neededFor(String... words) {
        Optional<Verb> first = Arrays.stream(values())
                .filter(verb -> begins(words, verb.word()))
                .findFirst();
        return first.map(List::of).orElseGet(() -> List.of(values()));
    }

    /// Whether the command line begins with a verb that has no code yet.
    static boolean comesLater(String... words) {
        return LATER.stream().anyMatch(later -> begins(words, later));
    }

    /// The verb that has an option, if just one has.
    static Optional<Verb> having(String option, Console console) {
        List<Verb> all = Arrays.stream(values())
                .filter(verb -> verb.has(option, console))
                .toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    private boolean has(String option, Console console) {
        return new CommandLine(command(console)).getCommandSpec().optionsMap().containsKey(option);
    }

    private static boolean begins(String[] words, String word) {
        return words.length > 0 && words[0].equals(word);
    }

    void addTo(CommandLine line, Console console) {
        line.addSubcommand(word(), command(console));
    }

    private Object command(Console console) {
        return switch (this) {
            case RUN -> new RunCommand(console);
            case EVAL -> new EvalCommand(console);
            case SAMPLE -> new SampleCommand(console);
            case DIFFUSE -> new DiffuseCommand(console);
            case POSTERIOR -> new PosteriorCommand(console);
            case FIT -> new FitCommand(console);
            case METRICS -> new MetricsCommand(console);
            case LIKELIHOOD -> new LikelihoodCommand(console);
            case FLOW -> new FlowCommand(console);
            case COMPARE -> new CompareCommand(console);
            case CONFORM -> new ConformCommand(console);
            case GALLERY -> new GalleryCommand(console);
            case TARGETS -> new TargetsCommand(console);
            case SOLVERS -> new SolversCommand(console);
        };
    }
}
