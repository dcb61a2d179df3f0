package org.sandglass.documentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.sandglass.specification.SolverType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table of `docs/choosing-a-sampler.md`: what the registry says of each solver, and what `compare` measured.
///
/// @param gaussian the group of one Gaussian in `results.json`
/// @param mixture the group of two modes on the line
record ChoosingPage(JsonNode gaussian, JsonNode mixture) {
    static final List<Integer> BUDGETS = List.of(10, 20, 50);

    private static final String HEADER = """
            | solver | order | measured: one Gaussian | measured: two modes | evaluations per step | noise \
            | W2 at 10 | at 20 | at 50 | when |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    /// Reads the results of `examples/choosing.yaml`.
    static ChoosingPage of(Path results) throws IOException {
        JsonNode groups = JsonMapper.shared().readTree(results.toFile()).get("groups");
        return new ChoosingPage(groups.get(0), groups.get(1));
    }

    String table() {
        StringBuilder out = new StringBuilder(HEADER);
        SolverType.all().forEach(type -> out.append(row(type)).append('\n'));
        return out.toString();
    }

    String row(SolverType type) {
        List<String> cells =
                new ArrayList<>(List.of("`" + type.word() + "`", type.facts().order()));
        cells.add(order(gaussian, type.word()));
        cells.add(order(mixture, type.word()));
        cells.add(type.facts().evaluations());
        cells.add(type.facts().noise());
        if (type.isAdaptive()) {
            adaptive(type.word()).forEach(cells::add);
        } else {
            BUDGETS.forEach(budget -> cells.add(error(type.word(), budget)));
        }
        cells.add(type.facts().use());
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String order(JsonNode group, String solver) {
        return find(group.get("orders"), solver)
                .map(ChoosingPage::shownOrder)
                .findFirst()
                .orElse("");
    }

    private static String shownOrder(JsonNode order) {
        JsonNode value = order.get("order");
        if (!value.isNumber()) {
            return value.asString().startsWith("at the floor") ? "at the floor" : "";
        }
        return String.format(
                Locale.ROOT,
                "%.2f ± %.2f",
                value.asDouble(),
                order.get("uncertainty").asDouble());
    }

    private String error(String solver, int budget) {
        return find(mixture.get("rows"), solver)
                .filter(row -> row.get("budget").asInt() == budget)
                .map(ChoosingPage::shownError)
                .findFirst()
                .orElse("");
    }

    /// An adaptive solver has one number, and its own count of evaluations.
    private List<String> adaptive(String solver) {
        Optional<JsonNode> only = find(mixture.get("rows"), solver).findFirst();
        String shown = only.map(row -> shownError(row) + " at "
                        + Math.round(row.get("evaluations").asDouble()))
                .orElse("");
        return List.of("", "", shown);
    }

    private static String shownError(JsonNode row) {
        JsonNode w2 = row.get("errors").get("w2");
        return w2 == null
                ? row.get("outcome").asString()
                : String.format(Locale.ROOT, "%.2g", w2.get("value").asDouble())
                        + (w2.get("at-floor").asBoolean() ? "~" : "");
    }

    private static java.util.stream.Stream<JsonNode> find(JsonNode list, String solver) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(node -> node.get("sampler").asString().equals(solver));
    }
}
