package org.sandglass.specification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a sampler learns of the measurement of its experiment.
public enum Guidance {
    /// By the exact posterior, which is a mixture again.
    EXACT,
    /// By Tweedie's moment projection from the prior (Boys et al. 2023).
    TMP;

    /// The name in files.
    ///
    /// @return as in `exact`
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Guidance read(Node node, boolean measured, SolverSpec solver) {
        Guidance guidance = valueOf(node.word(words()).toUpperCase(Locale.ROOT));
        if (!measured) {
            throw node.error("belongs to an experiment with a measurement");
        }
        if (guidance != EXACT && solver.looksAtTheLaw()) {
            throw node.error("must be exact for " + solver.type().word()
                    + " with these settings, which looks at the exact law itself, got " + node.shown());
        }
        return guidance;
    }

    private static List<String> words() {
        return Arrays.stream(values()).map(Guidance::word).toList();
    }
}
