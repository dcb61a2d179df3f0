package org.sandglass.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The `sandglass` command.
@Command(
        name = "sandglass",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "An exact laboratory for diffusion on Gaussian mixtures.")
public final class Main implements Runnable {
    /// Runs the command and ends the JVM with its exit code.
    ///
    /// @param args the words after `sandglass`
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    private Main() {}

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
