package org.sandglass.bench.report;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/// The page, ratios first. Sections without numbers are left out.
final class Page {
    /// Benchmarks that have a table of their own.
    private static final Set<String> SHOWN =
            Set.of("DensityAndScore", "ReverseSimulation", "TwoThreads", "NewTime", "Growth", "FusedPeak", "Triad");

    private final StringBuilder text = new StringBuilder();
    private final Results results;

    private Page(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        Page page = new Page(results);
        page.write();
        return page.text.toString();
    }

    private void write() {
        text.append("# Benchmarks\n\nMade by `bench/run`, which writes this page; ");
        text.append("how it measures and counts: [decision 0015](decisions/0015-measuring.md).\n");
        Rivals rivals = new Rivals(results);
        Scaling scaling = new Scaling(results);
        section("How many times faster, one thread each", rivals.ratios());
        section("Nanoseconds for a point and a component (and a step), one thread each", rivals.times());
        section("The machine, one core", machine());
        section("Two threads", scaling.threads());
        section("Full covariances at a new time: parameters, log density and score, K 10, D 64", scaling.structures());
        section("How time grows", scaling.growth());
        section("Other benchmarks", others());
        section("Allocation", allocation());
        section("Collections while warm", bullets(results.collections()));
        section("Waiting for a small answer, milliseconds", starts());
        section("The sitting", facts());
    }

    private void section(String title, String body) {
        if (!body.isEmpty()) {
            text.append("\n## ").append(title).append("\n\n").append(body);
        }
    }

    private String machine() {
        Table table = new Table("what", "measured");
        if (!Double.isNaN(results.peak())) {
            table.row("fused multiply-adds of doubles in registers", Table.number(results.peak()) + " GFLOP/s");
        }
        results.of("Triad.triad")
                .forEach(m -> table.row("`a = b + s·c` over 64 MB each", Table.number(24 / m.nanos()) + " GB/s"));
        results.peers().stream()
                .filter(p -> !Double.isNaN(p.gigaflops()))
                .forEach(p -> table.row(p.name() + ", " + p.task(), Table.number(p.gigaflops()) + " GFLOP/s"));
        return table.isEmpty() ? "" : table.toString();
    }

    private String others() {
        Table table = new Table("benchmark", "parameters", "time", "bytes allocated");
        for (Measurement each : results.measurements()) {
            if (!SHOWN.contains(each.name().split("\\.", 2)[0])) {
                table.row(each.name(), parameters(each), duration(each.nanos()), Table.number(Math.rint(each.bytes())));
            }
        }
        return table.isEmpty() ? "" : table.toString();
    }

    private String allocation() {
        Table table = new Table("benchmark", "parameters", "bytes a call");
        for (Measurement each : results.measurements()) {
            String name = each.name().split("\\.", 2)[0];
            if (SHOWN.contains(name) && !Set.of("Growth", "FusedPeak", "Triad").contains(name)) {
                table.row(name, parameters(each), Table.number(Math.rint(each.bytes())));
            }
        }
        return table.isEmpty() ? "" : table.toString();
    }

    private static String parameters(Measurement each) {
        StringJoiner words = new StringJoiner(", ");
        each.parameters().forEach((name, value) -> words.add(name + " " + value));
        return words.toString();
    }

    private static String duration(double nanos) {
        return nanos < 1e4
                ? Table.number(nanos) + " ns"
                : nanos < 1e7 ? Table.number(nanos * 1e-3) + " µs" : Table.number(nanos * 1e-6) + " ms";
    }

    private String starts() {
        Table table = new Table("what", "answer, best", "answer, median", "end, best", "end, median");
        results.starts().forEach(table::row);
        return table.isEmpty() ? "" : table.toString();
    }

    private String facts() {
        Table table = new Table("what", "");
        results.facts().forEach((key, value) -> {
            if (!key.equals("lanes")) {
                table.row(key, value);
            }
        });
        return table.isEmpty() ? "" : table.toString();
    }

    private static String bullets(List<String> sentences) {
        StringBuilder list = new StringBuilder();
        sentences.forEach(sentence -> list.append("- ").append(sentence).append('\n'));
        return list.toString();
    }
}
