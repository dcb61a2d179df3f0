package org.sandglass.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Another Java program with the class path of this one.
final class Child {
    private Child() {}

    /// Starts the `main` of a class.
    ///
    /// @param main the class
    /// @param options options of the JVM
    /// @param arguments the program's
    /// @return the process, its error stream joined to its output
    static Process start(Class<?> main, List<String> options, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
