package org.sandglass.bench.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.sandglass.bench.FusedPeak;
import org.sandglass.linalg.Arithmetic;
import org.sandglass.run.Provenance;

/// Prints what this JVM knows of the machine that it runs on, as lines `what: value`.
public final class Facts {
    private Facts() {}

    /// Prints.
    ///
    /// @param args none
    public static void main(String[] args) {
        fact("date", LocalDate.now(ZoneOffset.UTC).toString());
        fact("CPU", Provenance.cpuHere());
        fact("OS", Provenance.osHere());
        fact("JDK", Provenance.javaHere());
        fact("array operations", Arithmetic.choice());
        fact("lanes", Integer.toString(FusedPeak.lanes()));
    }

    private static void fact(String what, String value) {
        System.out.println(what + ": " + value);
    }
}
