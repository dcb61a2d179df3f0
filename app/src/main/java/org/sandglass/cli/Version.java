package org.sandglass.cli;

import java.util.Optional;
import org.sandglass.linalg.Arithmetic;
import org.sandglass.run.Provenance;
import picocli.CommandLine.IVersionProvider;

/// The version that the build wrote into the jar's manifest, and those of what it runs on.
final class Version implements IVersionProvider {
    static String ofSandglass() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "sandglass " + ofSandglass(),
            "Java " + Provenance.javaHere(),
            "OS " + Provenance.osHere(),
            "CPU " + Provenance.cpuHere(),
            "array operations: " + Arithmetic.choice()
        };
    }
}
