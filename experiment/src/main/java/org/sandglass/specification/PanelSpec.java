package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.PanelTimes;

/// The times of a figure's panels as data: a list, or a rule and how many.
public sealed interface PanelSpec {
    /// Six panels, evenly spaced in the share of noise.
    ///
    /// @return what is used unless a file says otherwise
    static PanelSpec usual() {
        return new Ruled("noise-share", new PanelTimes.NoiseShare(), 6);
    }

    /// These times.
    ///
    /// @param times strictly rising, `≥ 0`
    record Listed(List<Double> times) implements PanelSpec {
        /// Copies the list.
        public Listed {
            times = List.copyOf(times);
        }
    }

    /// Times by a rule.
    ///
    /// @param word its name in files
    /// @param rule the rule
    /// @param count how many
    record Ruled(String word, PanelTimes rule, int count) implements PanelSpec {}

    /// The noise level with which `log-sigma` begins unless told otherwise.
    double LEAST = 0.01;

    /// Reads a list of times, or `{rule: log-sigma, count: 6, least: 0.01}`, or `{rule: noise-share, size: 8}`.
    ///
    /// @param node the value of the key
    /// @param schedule of the process
    /// @return the times
    /// @throws InputException naming the place of the first mistake, as a time that lies outside the process
    static PanelSpec read(Node node, NoiseSchedule schedule) {
        if (node.isList()) {
            List<Double> times = rising(node, schedule);
            if (times.isEmpty()) {
                throw node.error("must not be empty");
            }
            return new Listed(times);
        }
        String word = node.get("rule").word(RULES);
        List<String> keys = new ArrayList<>(List.of("rule", "count"));
        keys.addAll(word.equals("log-sigma") ? List.of("least") : List.of());
        keys.addAll(word.equals("noise-share") ? List.of("size") : List.of());
        node.known(keys);
        PanelTimes rule = rule(
                word,
                node.find("least").map(Node::positive).orElse(LEAST),
                node.find("size").map(Node::positive).orElse(1.0));
        int fewest = rule instanceof PanelTimes.Hybrid ? 4 : 2;
        int count = node.find("count").map(c -> c.count(fewest)).orElse(6);
        try {
            rule.times(schedule, count);
        } catch (IllegalArgumentException e) {
            throw node.error("has no times: " + e.getMessage());
        }
        return new Ruled(word, rule, count);
    }

    /// The names of the rules.
    List<String> RULES = List.of("noise-share", "uniform-sigma", "sigma-rate", "log-sigma", "hybrid", "fixed");

    private static PanelTimes rule(String word, double least, double size) {
        return switch (word) {
            case "uniform-sigma" -> new PanelTimes.UniformSigma();
            case "sigma-rate" -> new PanelTimes.SigmaRate();
            case "log-sigma" -> new PanelTimes.LogSigma(least);
            case "hybrid" -> new PanelTimes.Hybrid();
            case "fixed" -> new PanelTimes.Fixed();
            default -> new PanelTimes.NoiseShare(size);
        };
    }

    /// Times that rise strictly, none outside the process.
    ///
    /// @param node the value of a key
    /// @param schedule of the process
    /// @return in order, perhaps none
    static List<Double> rising(Node node, NoiseSchedule schedule) {
        List<Double> times = new ArrayList<>();
        for (Node item : node.items()) {
            double time = item.finite();
            if (time < 0 || time > schedule.end()) {
                throw item.wanted("between 0 and " + Checks.text(schedule.end()));
            }
            if (!times.isEmpty() && !(time > times.getLast())) {
                throw item.error("must be more than the time before it, " + Checks.text(times.getLast()) + ", got "
                        + item.shown());
            }
            times.add(time);
        }
        return times;
    }

    /// The times themselves.
    ///
    /// @param schedule of the process
    /// @return strictly rising
    default double[] times(NoiseSchedule schedule) {
        return switch (this) {
            case Listed(List<Double> times) ->
                times.stream().mapToDouble(Double::doubleValue).toArray();
            case Ruled(String _, PanelTimes rule, int count) -> rule.times(schedule, count);
        };
    }

    /// What says the same in a file.
    ///
    /// @return a list or a mapping
    default Object toDocument() {
        return switch (this) {
            case Listed(List<Double> times) -> times;
            case Ruled(String word, PanelTimes rule, int count) -> {
                SequencedMap<String, Object> document = new LinkedHashMap<>();
                document.put("rule", word);
                document.put("count", count);
                if (rule instanceof PanelTimes.LogSigma(double least)) {
                    document.put("least", least);
                }
                if (rule instanceof PanelTimes.NoiseShare(double size) && size != 1) {
                    document.put("size", size);
                }
                yield document;
            }
        };
    }
}
