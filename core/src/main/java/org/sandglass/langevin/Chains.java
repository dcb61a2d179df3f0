package org.sandglass.langevin;

import java.util.List;
import org.sandglass.linalg.Points;

/// What Langevin chains came to: the states that were kept, in order, and how often each chain accepted.
public final class Chains {
    private final List<Integer> steps;
    private final List<Points> states;
    private final double[] acceptance;

    Chains(List<Integer> steps, List<Points> states, double[] acceptance) {
        this.steps = List.copyOf(steps);
        this.states = List.copyOf(states);
        this.acceptance = acceptance;
    }

    /// After how many steps each state was kept.
    ///
    /// @return increasing numbers, the last that of all steps
    public List<Integer> steps() {
        return steps;
    }

    /// The states that were kept.
    ///
    /// @return n × d points for each of the [#steps()]
    public List<Points> states() {
        return states;
    }

    /// Where the chains ended.
    ///
    /// @return the last state
    public Points end() {
        return states.getLast();
    }

    /// The share of its steps that each chain accepted: 1 but for [Scheme#METROPOLIS], and where no step
    /// was taken.
    ///
    /// @return a copy, `[n]` numbers in `[0, 1]`
    public double[] acceptance() {
        return acceptance.clone();
    }
}
