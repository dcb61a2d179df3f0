package org.sandglass.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sandglass.specification.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Tells people what they mistyped, in a line with the nearest word that would have been right.
final class Mistakes {
    private Mistakes() {}

    static int parsing(ParameterException problem, List<String> words, Console console) {
        CommandLine line = problem.getCommandLine();
        String verb = line.getCommandSpec().qualifiedName();
        console.err().println("sandglass: " + message(problem, words, line, console));
        console.err().println("  see " + verb + " --help");
        return ExitCodes.CALLER;
    }

    private static String message(ParameterException problem, List<String> words, CommandLine line, Console console) {
        Optional<String> stranger = words.stream()
                .takeWhile(word -> !word.equals("--")) // what follows is another program's
                .filter(word -> word.startsWith("--") && word.length() > 2)
                .map(word -> word.replaceFirst("=.*", ""))
                .filter(word -> !options(line).contains(word))
                .findFirst();
        if (stranger.isPresent()) {
            return unknownOption(stranger.get(), line, console);
        }
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            if (word.startsWith("-") && word.length() > 1) {
                return unknownOption(word, line, console);
            }
            return line.getSubcommands().isEmpty()
                    ? "nothing can be done with \"" + word + "\""
                    : "unknown verb \"" + word + "\"; "
                            + Nearest.suggestion(word, line.getSubcommands().keySet());
        }
        String text = String.valueOf(problem.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }

    private static String unknownOption(String word, CommandLine line, Console console) {
        String instead = Verb.having(word, console)
                .map(verb -> "it is one of " + verb.word())
                .orElseGet(() -> Nearest.suggestion(word, options(line)));
        return "unknown option \"" + word + "\"; " + instead;
    }

    private static List<String> options(CommandLine line) {
        return line.getCommandSpec().options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .distinct()
                .toList();
    }
}
