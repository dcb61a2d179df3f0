package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sandglass.schedule.TimeGrid;

/// The times at which a sampler asks: how many steps they make, whether they fall, and whether they are
/// those promised.
///
/// @param problem the process, its ends and the steps
/// @param claims what was promised
record GridCheck(Problem problem, Claims claims) {
    private static final double SAME = 1e-9;
    private static final double SINGLE = 1e-6;

    Verdict verdict(List<Double> calls) {
        return missing(calls)
                .or(() -> standing(calls))
                .or(() -> claims.grid().flatMap(grid -> other(calls, grid.apply(problem.steps()))))
                .or(() -> claims.grid().isPresent() ? Optional.empty() : single(calls))
                .map(sentence -> Verdict.fail("grid", sentence))
                .orElseGet(() -> right(calls));
    }

    private Verdict right(List<Double> calls) {
        if (claims.grid().isPresent() && states(calls).isEmpty()) {
            return Verdict.notJudged(
                    "grid",
                    calls.size() + " evaluations are no whole number for each of " + problem.steps() + " steps");
        }
        String found = claims.grid().isPresent() ? "the times are those claimed" : recognised(calls);
        return Verdict.pass("grid", problem.steps() + " steps; " + found);
    }

    /// Fewer times than steps.
    private Optional<String> missing(List<Double> calls) {
        TreeSet<Double> times = new TreeSet<>(calls);
        times.remove(problem.to());
        int made = times.size();
        boolean twice = made < problem.steps() && calls.size() >= problem.steps() && calls.size() < 2 * problem.steps();
        return made >= problem.steps() || twice
                ? Optional.empty()
                : Optional.of("makes " + made + " steps where " + problem.steps() + " were asked for");
    }

    /// A time that occurs twice, or one that is later than the one before.
    private Optional<String> standing(List<Double> calls) {
        List<Double> states = new ArrayList<>(states(calls).orElse(List.of()));
        states.add(problem.to());
        for (int i = 1; i < states.size(); i++) {
            if (states.get(i).equals(states.get(i - 1))) {
                String where = i >= states.size() - 3 ? "the last time" : "a time";
                return Optional.of(
                        where + ", t = " + Words.number(states.get(i)) + ", occurs twice: step " + i + " goes nowhere");
            }
            if (states.get(i) > states.get(i - 1)) {
                return Optional.of("step " + i + " goes back towards noise, from t = " + Words.number(states.get(i - 1))
                        + " to " + Words.number(states.get(i)));
            }
        }
        return Optional.empty();
    }

    /// The times at the beginning of each step.
    private Optional<List<Double>> states(List<Double> calls) {
        int steps = problem.steps();
        int perStep = (calls.size() + steps - 1) / steps;
        boolean denoised = calls.size() == steps + 1 && calls.getLast() == problem.to();
        if (denoised) {
            return Optional.of(calls.subList(0, steps));
        }
        if (calls.size() != perStep * steps && (perStep == 1 || calls.size() != perStep * steps - 1)) {
            return Optional.empty();
        }
        List<Double> states = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            states.add(calls.get(i * perStep));
        }
        return Optional.of(states);
    }

    /// What the times are in place of those promised.
    private Optional<String> other(List<Double> calls, TimeGrid promised) {
        Optional<List<Double>> states = states(calls);
        if (states.isEmpty()) {
            return Optional.empty();
        }
        GridShape found = new GridShape(states.get(), problem.schedule().end());
        double difference = found.differenceFrom(promised, 0);
        if (difference <= SAME) {
            return Optional.empty();
        }
        if (difference <= SINGLE && found.isSingle()) {
            return Optional.of(singleWords(difference));
        }
        if (found.differenceFrom(promised, 1) <= SAME) {
            return Optional.of("the grid is shifted by one: each step begins at the end of the step claimed");
        }
        if (found.differenceFrom(promised, -1) <= SAME) {
            return Optional.of("the grid is shifted by one: each step begins where the step before should");
        }
        return found.shiftedTwice(promised).or(() -> Optional.of(found.firstDifference(promised, SAME)));
    }

    /// A known spacing, but for rounding to single precision.
    private Optional<String> single(List<Double> calls) {
        Optional<List<Double>> states = states(calls);
        if (states.isEmpty()) {
            return Optional.empty();
        }
        GridShape found = new GridShape(states.get(), problem.schedule().end());
        double difference = GridShape.known(problem).values().stream()
                .mapToDouble(grid -> found.differenceFrom(grid, 0))
                .min()
                .orElse(1);
        return difference > 1e-12 && difference <= SINGLE && found.isSingle()
                ? Optional.of(singleWords(difference))
                : Optional.empty();
    }

    private static String singleWords(double difference) {
        return "the times are rounded to single precision: they are off by up to " + Words.number(difference)
                + " of the process";
    }

    private String recognised(List<Double> calls) {
        return states(calls)
                .flatMap(states -> GridShape.known(problem).entrySet().stream()
                        .filter(each ->
                                new GridShape(states, problem.schedule().end()).differenceFrom(each.getValue(), 0)
                                        <= SAME)
                        .map(each -> "spacing: " + each.getKey())
                        .findFirst())
                .orElse("a spacing of its own");
    }
}
