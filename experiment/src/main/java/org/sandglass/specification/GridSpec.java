package org.sandglass.specification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// A grid of times as data: how it is spaced, and where it starts and ends unless that is left to defaults.
///
/// @param where the place that says so, for messages
/// @param type one of the spacings
/// @param from the first time, or the end of the process by default
/// @param to the last time, 0 by default
/// @param rho the exponent of a Karras grid
/// @param times the times of a list
record GridSpec(String where, String type, Optional<Double> from, Optional<Double> to, double rho, List<Double> times) {
    /// The first time when it is left to the solver: the end of the process, or 0.99 of it where a rule that uses
    /// the coefficients finds them infinite.
    private static final String END = "end";

    private static final List<String> TYPES =
            List.of("uniform", "log-snr", "karras", "quadratic", "cosine", "iddpm", "list");

    /// How far before an end with infinite coefficients a stochastic solver starts.
    private static final double BEFORE_INFINITE_END = 0.99;

    static GridSpec uniform(String where) {
        return new GridSpec(where, "uniform", Optional.empty(), Optional.empty(), 7, List.of());
    }

    static GridSpec read(Node node, ProcessSpec process) {
        if (node.isText()) {
            return of(node, node.word(TYPES), process);
        }
        if (node.isList()) {
            return new GridSpec(node.where(), "list", Optional.empty(), Optional.empty(), 7, times(node, process));
        }
        String type = node.find("type").map(t -> t.word(TYPES)).orElse("uniform");
        return of(node.known(keys(type)), type, process);
    }

    private static List<String> keys(String type) {
        return switch (type) {
            case "iddpm" -> List.of("type");
            case "list" -> List.of("type", "times");
            case "karras" -> List.of("type", "from", "to", "log-snr", "rho");
            default -> List.of("type", "from", "to", "log-snr");
        };
    }

    private static GridSpec of(Node node, String type, ProcessSpec process) {
        if (!node.isMapping()) {
            return new GridSpec(node.where(), type, Optional.empty(), Optional.empty(), 7, List.of());
        }
        if (node.has("log-snr")) {
            return ofLevels(node, type, process);
        }
        return new GridSpec(
                node.where(),
                type,
                node.find("from").filter(t -> !isEnd(t)).map(t -> time(t, process)),
                node.find("to").map(t -> time(t, process)),
                node.find("rho").map(Node::positive).orElse(7.0),
                type.equals("list") ? times(node.get("times"), process) : List.of());
    }

    private static boolean isEnd(Node node) {
        return node.isText() && node.text().equals(END);
    }

    /// The same levels of noise for every process: `log-snr: [-4, 4]`.
    private static GridSpec ofLevels(Node node, String type, ProcessSpec process) {
        Node levels = node.get("log-snr");
        if (node.has("from") || node.has("to")) {
            throw levels.error("stands for from and to; leave these out");
        }
        if (!levels.isList() || levels.items().size() != 2) {
            throw levels.wanted("two numbers, the log signal-to-noise ratios to start from and to end at");
        }
        return new GridSpec(
                node.where(),
                type,
                Optional.of(timeOf(levels.items().getFirst(), process)),
                Optional.of(timeOf(levels.items().getLast(), process)),
                node.find("rho").map(Node::positive).orElse(7.0),
                List.of());
    }

    private static double timeOf(Node level, ProcessSpec process) {
        try {
            return process.schedule().timeOfLogSnr(level.finite());
        } catch (IllegalArgumentException e) {
            throw level.error("is no level of " + process.name() + ": " + e.getMessage());
        }
    }

    private static double time(Node node, ProcessSpec process) {
        return process.checkTime(node.where(), node.finite());
    }

    private static List<Double> times(Node node, ProcessSpec process) {
        List<Double> times = new ArrayList<>();
        for (Node item : node.items()) {
            double time = time(item, process);
            if (!times.isEmpty() && !(time < times.getLast())) {
                throw item.error("must be less than the time before it, " + Checks.text(times.getLast()) + ", got "
                        + item.shown());
            }
            times.add(time);
        }
        if (times.size() < 2) {
            throw node.error("must hold at least 2 times, got " + times.size());
        }
        return times;
    }

    /// The grid for a sampler.
    TimeGrid grid(ProcessSpec process, SolverSpec solver, int steps) {
        NoiseSchedule schedule = process.schedule();
        double end = schedule.end();
        boolean shy = solver.usesRates() && process.isInfiniteAtEnd();
        double first = from.orElse(shy ? BEFORE_INFINITE_END * end : end);
        double last = to.orElse(0.0);
        TimeGrid grid = spaced(schedule, first, last, steps);
        if (shy && grid.from() == end) {
            throw new InputException(where + ": must start before " + Checks.text(end) + " for "
                    + solver.type().word()
                    + ", as the diffusion of " + process.name() + " is infinite there; say at "
                    + Checks.text(BEFORE_INFINITE_END * end));
        }
        return grid;
    }

    private TimeGrid spaced(NoiseSchedule schedule, double first, double last, int steps) {
        try {
            return switch (type) {
                case "log-snr" -> TimeGrid.logSnr(schedule, first, last, steps);
                case "karras" -> TimeGrid.karras(schedule, first, last, steps, rho);
                case "quadratic" -> TimeGrid.quadratic(schedule, first, last, steps);
                case "cosine" -> TimeGrid.cosine(schedule, first, last, steps);
                case "iddpm" -> TimeGrid.iddpm(schedule, steps);
                case "list" ->
                    TimeGrid.of(
                            schedule,
                            times.stream().mapToDouble(Double::doubleValue).toArray());
                default -> TimeGrid.uniform(schedule, first, last, steps);
            };
        } catch (IllegalArgumentException e) {
            throw new InputException(where + ": " + e.getMessage());
        }
    }

    /// The entries that say the same for every solver of a process.
    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", type);
        if (!type.equals("iddpm")) {
            document.put("from", from.map(Object.class::cast).orElse(END));
            document.put("to", to.orElse(0.0));
        }
        if (type.equals("karras")) {
            document.put("rho", rho);
        }
        return document;
    }

    /// The entries that say the same for one sampler, with the ends that were used.
    SequencedMap<String, Object> toDocument(TimeGrid grid) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", type);
        if (type.equals("list")) {
            document.put("times", Arrays.stream(grid.toArray()).boxed().toList());
        } else if (!type.equals("iddpm")) {
            document.put("from", grid.from());
            document.put("to", grid.to());
        }
        if (type.equals("karras")) {
            document.put("rho", rho);
        }
        return document;
    }
}
