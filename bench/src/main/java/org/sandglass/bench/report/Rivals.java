package org.sandglass.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How Sandglass compares with what one would run in Python: ratios, then times.
final class Rivals {
    private static final List<String> NAMES =
            List.of("jax-closed", "jax-autodiff", "torch-closed", "torch-distributions", "numpy-closed");
    private static final List<String> TITLES =
            List.of("JAX, compiled", "JAX, autodiff", "torch", "torch.distributions", "numpy");

    private final Results results;

    Rivals(Results results) {
        this.results = results;
    }

    String ratios() {
        List<String> columns = new ArrayList<>(List.of("case", "meant, over JAX"));
        columns.addAll(TITLES);
        columns.add("torchGMM ¹");
        Table table = new Table(columns.toArray(String[]::new));
        for (Case each : Case.ALL) {
            each.measured(results).ifPresent(ours -> table.row(ratios(each, ours)));
        }
        return table.isEmpty() || results.peers().isEmpty() ? "" : table + "\n" + FOOTNOTE;
    }

    private static final String FOOTNOTE = """
            ¹ torchGMM's `score` call alone, 450 and 9,500 ns for a point and a component: measured once, elsewhere, not in
            this sitting.
            """;

    private List<String> ratios(Case each, Measurement ours) {
        double nanos = each.nanos(ours);
        List<String> cells = new ArrayList<>(List.of(each.title(), "≥ " + Math.round(each.atLeast())));
        for (String name : NAMES) {
            double ratio = theirs(each, name) / nanos;
            cells.add(name.equals(NAMES.getFirst()) ? "**" + Table.number(ratio) + "**" : Table.number(ratio));
        }
        cells.add(Table.number(each.torchGmm() / nanos));
        return cells;
    }

    String times() {
        List<String> columns = new ArrayList<>(List.of("case", "Sandglass", "GFLOP/s", "of peak"));
        columns.addAll(TITLES);
        Table table = new Table(columns.toArray(String[]::new));
        for (Case each : Case.ALL) {
            each.measured(results).ifPresent(ours -> table.row(times(each, ours)));
        }
        return table.isEmpty() ? "" : table.toString();
    }

    private List<String> times(Case each, Measurement ours) {
        double gigaflops = each.gigaflops(ours);
        List<String> cells = new ArrayList<>(List.of(
                each.title(),
                Table.number(each.nanos(ours)),
                Table.number(gigaflops),
                Table.percent(gigaflops / results.peak())));
        for (String name : NAMES) {
            cells.add(Table.number(theirs(each, name)));
        }
        return cells;
    }

    private double theirs(Case each, String name) {
        Optional<Peer> peer = results.peer(each.task(), name);
        return peer.map(Peer::nanos).orElse(Double.NaN);
    }
}
