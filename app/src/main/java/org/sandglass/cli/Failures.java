package org.sandglass.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import org.sandglass.format.InputException;
import org.sandglass.linalg.NumericalException;

/// Tells people what went wrong, in a line, and how the program ends for it.
final class Failures {
    private Failures() {}

    static int report(Throwable problem, boolean stacktrace, Console console) {
        if (stacktrace) {
            problem.printStackTrace(console.err());
        }
        return switch (problem) {
            case InputException e -> {
                complain(console, String.valueOf(e.getMessage()));
                e.hint().ifPresent(hint -> console.err().println("  " + hint));
                yield ExitCodes.CALLER;
            }
            case NumericalException e -> mistake(console, e);
            case IllegalArgumentException e -> mistake(console, e);
            case UncheckedIOException e -> ours(e, console);
            case ClosedByInterruptException _, InterruptedException _ -> interrupted(console);
            case OutOfMemoryError e -> {
                complain(console, "out of memory (" + e.getMessage() + ")");
                console.err()
                        .println("  give Java more with SANDGLASS_JAVA_OPTS=-Xmx8g, or ask for fewer points at once");
                yield ExitCodes.OURS;
            }
            default ->
                problem.getCause() instanceof InterruptedException ? interrupted(console) : ours(problem, console);
        };
    }

    private static int mistake(Console console, RuntimeException e) {
        complain(console, String.valueOf(e.getMessage()));
        return ExitCodes.CALLER;
    }

    private static int interrupted(Console console) {
        complain(console, "interrupted; nothing was written");
        return ExitCodes.INTERRUPTED;
    }

    private static int ours(Throwable problem, Console console) {
        String what = problem instanceof IOException ? "the machine failed" : "a fault of ours";
        complain(console, what + ": " + problem + place(problem));
        console.err().println("  see where with --stacktrace");
        return ExitCodes.OURS;
    }

    private static String place(Throwable problem) {
        StackTraceElement[] places = problem.getStackTrace();
        for (StackTraceElement place : places) {
            if (place.getClassName().startsWith("org.sandglass")) {
                return " at " + place.getClassName() + ":" + place.getLineNumber();
            }
        }
        return "";
    }

    private static void complain(Console console, String message) {
        console.err().println("sandglass: " + message.strip().replaceAll("\\s*\\R\\s*", " "));
    }
}
