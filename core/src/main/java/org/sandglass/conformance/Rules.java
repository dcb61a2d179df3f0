package org.sandglass.conformance;

import java.util.List;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.Heun;

/// The rules that a step is compared with.
final class Rules {
    /// A rule and what people call it.
    record Named(String name, Step rule) {}

    private Rules() {}

    /// The published rules of this library that a linear step can be; the plainest first, for some are the
    /// same on some processes.
    static List<Named> all() {
        return List.of(
                new Named("DDIM", new Ddim()),
                new Named("Euler", new Euler()),
                new Named("DDPM (DDIM with η = 1)", new Ddim(1)),
                new Named("Euler–Maruyama", new EulerMaruyama()),
                new Named("Heun", new Heun()));
    }

    /// Those with one evaluation that depend on the ends of a step alone: what faults are variants of.
    static List<Named> simple() {
        return all().stream()
                .filter(each -> each.rule() instanceof OneStep one && one.evaluations() == 1)
                .toList();
    }
}
