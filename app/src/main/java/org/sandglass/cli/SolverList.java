package org.sandglass.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.sandglass.specification.SolverType;

/// The list of all solvers, for people and for programs.
final class SolverList {
    private SolverList() {}

    /// Two lines per solver: order, evaluations, noise, what it is; then its keys and their defaults.
    static void print(PrintStream out) {
        out.printf(Locale.ROOT, "%-22s%-12s%-14s%-12s%s%n", "solver", "order", "evaluations", "noise", "what it is");
        SolverType.all().forEach(type -> printLines(out, type));
        out.println();
        out.println("In files: {type: NAME, key: value, steps: 50}. More on one: sandglass solvers NAME");
    }

    private static void printLines(PrintStream out, SolverType type) {
        SolverType.Facts facts = type.facts();
        out.printf(
                Locale.ROOT,
                "%-22s%-12s%-14s%-12s%s%n",
                type.word(),
                facts.order(),
                facts.evaluations(),
                facts.noise(),
                facts.title());
        if (!type.defaults().isEmpty()) {
            out.println("      " + type.defaults());
        }
    }

    /// All about one.
    static void print(PrintStream out, SolverType type) {
        SolverType.Facts facts = type.facts();
        out.println(type.word() + ": " + facts.title());
        line(out, "order", facts.order());
        line(out, "evaluations", facts.evaluations() + (type.isAdaptive() ? "" : " per step"));
        line(out, "noise", facts.noise());
        line(out, "use", facts.use());
        line(out, "source", facts.source());
        type.describedKeys().forEach((key, about) -> line(out, key, about.get(0) + " (" + about.get(1) + ")"));
    }

    private static void line(PrintStream out, String what, String text) {
        out.printf(Locale.ROOT, "  %-18s%s%n", what, text);
    }

    /// The same for programs.
    static SequencedMap<String, Object> document() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("solvers", SolverType.all().stream().map(SolverList::entry).toList());
        return document;
    }

    static SequencedMap<String, Object> entry(SolverType type) {
        SolverType.Facts facts = type.facts();
        SequencedMap<String, Object> entry = new LinkedHashMap<>();
        entry.put("type", type.word());
        entry.put("title", facts.title());
        entry.put("order", facts.order());
        entry.put("evaluations-per-step", facts.evaluations());
        entry.put("noise", facts.noise());
        entry.put("use", facts.use());
        entry.put("source", facts.source());
        SequencedMap<String, Object> keys = new LinkedHashMap<>();
        type.describedKeys().forEach((key, about) -> keys.put(key, described(about)));
        entry.put("keys", keys);
        return entry;
    }

    private static SequencedMap<String, Object> described(List<String> about) {
        SequencedMap<String, Object> key = new LinkedHashMap<>();
        key.put("range", about.get(0));
        key.put("default", about.get(1));
        return key;
    }
}
