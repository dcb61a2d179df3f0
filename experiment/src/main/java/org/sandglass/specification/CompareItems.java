package org.sandglass.specification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.sandglass.format.InputException;
import org.sandglass.specification.CompareSpec.Named;

/// The lists of a comparison file: what may stand in each, and how its items are called.
final class CompareItems {
    private CompareItems() {}

    /// `mixtures: [two-modes, {name: wide, mixture: {means: …}}]`, or one `mixture`.
    static List<Named<MixtureSpec>> mixtures(Node root) {
        List<Node> nodes = items(root, "mixture", "mixtures");
        Names names =
                new Names(nodes.stream().filter(CompareItems::wrapsMixture).toList());
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> mixture(nodes.get(i), "mixture", names))
                .toList();
    }

    private static boolean wrapsMixture(Node node) {
        return node.isMapping() && node.has("mixture");
    }

    private static Named<MixtureSpec> mixture(Node node, String otherwise, Names names) {
        if (!wrapsMixture(node)) {
            return new Named<>(names.unnamed(nameOf(node, otherwise)), MixtureReader.read(node));
        }
        Node inner = node.known(List.of("name", "mixture")).get("mixture");
        return new Named<>(names.next(node, nameOf(inner, otherwise)), MixtureReader.read(inner));
    }

    private static String nameOf(Node node, String otherwise) {
        if (node.isMapping()) {
            return node.find("target").filter(Node::isText).map(Node::text).orElse(otherwise);
        }
        return Optional.of(node.text())
                .map(text -> FileNames.base(Path.of(text)))
                .filter(Names::fits)
                .orElse(otherwise);
    }

    /// `processes: [vp-linear, {process: edm, grids: [karras]}]`, or one `process`; grids for all of them.
    static List<GridChoice> settings(Node root) {
        List<Node> nodes = items(root, "process", "processes");
        Names names =
                new Names(nodes.stream().filter(CompareItems::wrapsProcess).toList());
        Optional<List<Node>> grids = grids(root);
        List<GridChoice> settings = new ArrayList<>();
        for (Node node : nodes) {
            if (wrapsProcess(node)) {
                node.known(List.of("name", "process", "grid", "grids"));
                ProcessSpec process = ProcessSpec.read(node.get("process"));
                List<Node> own = grids(node).or(() -> grids).orElse(List.of());
                settings.add(new GridChoice(names.next(node, process.name()), process, grids(node, own, process)));
            } else {
                ProcessSpec process = ProcessSpec.read(node);
                List<Node> common = grids.orElse(List.of());
                settings.add(new GridChoice(names.unnamed(process.name()), process, grids(node, common, process)));
            }
        }
        return settings;
    }

    private static boolean wrapsProcess(Node node) {
        return node.isMapping() && node.has("process");
    }

    private static Optional<List<Node>> grids(Node node) {
        return node.has("grid") || node.has("grids") ? Optional.of(items(node, "grid", "grids")) : Optional.empty();
    }

    private static List<Named<GridSpec>> grids(Node place, List<Node> nodes, ProcessSpec process) {
        if (nodes.isEmpty()) {
            return List.of(new Named<>("uniform", GridSpec.uniform(place.where())));
        }
        Names names = new Names(nodes);
        return nodes.stream().map(node -> grid(node, process, names)).toList();
    }

    private static Named<GridSpec> grid(Node node, ProcessSpec process, Names names) {
        GridSpec grid = GridSpec.read(node.isMapping() ? node.without("name") : node, process);
        if (grid.type().equals("list")) {
            throw node.error("cannot be a list of times, as the number of steps varies");
        }
        return new Named<>(names.next(node, grid.type()), grid);
    }

    /// `samplers: [euler, {type: ddim, eta: 0.5}]`.
    static List<Named<SolverSpec>> solvers(Node root) {
        List<Node> nodes = root.get("samplers").items();
        requireSome(root.get("samplers"), nodes);
        Names names = new Names(nodes);
        return nodes.stream()
                .map(node -> {
                    SolverSpec solver = SolverSpec.read(node, List.of("name", "steps"));
                    return new Named<>(names.next(node, solver.label()), solver);
                })
                .toList();
    }

    /// `samplers: [{type: rk4, steps: [5, 10]}]`: numbers of steps of a rule's own, where the file counts steps.
    static SequencedMap<String, List<Integer>> ownSteps(Node root, List<Named<SolverSpec>> solvers, Budget budget) {
        SequencedMap<String, List<Integer>> own = new LinkedHashMap<>();
        List<Node> nodes = root.get("samplers").items();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            if (node.isMapping() && node.has("steps")) {
                requireSteps(node.get("steps"), solvers.get(i).value(), budget);
                own.put(solvers.get(i).name(), Budget.numbers(node.get("steps")));
            }
        }
        return own;
    }

    private static void requireSteps(Node steps, SolverSpec solver, Budget budget) {
        if (budget instanceof Budget.Evaluations) {
            throw steps.error("of a sampler go with steps for all, not with evaluations");
        }
        if (solver.type().isAdaptive()) {
            throw steps.error("do not suit " + solver.type().word() + ", which chooses its own");
        }
    }

    private static List<Node> items(Node node, String one, String several) {
        if (node.has(one) == node.has(several)) {
            throw new InputException(node.where() + ": needs " + one + " or " + several + ", one of the two");
        }
        if (node.has(one)) {
            return List.of(node.get(one));
        }
        List<Node> items = node.get(several).items();
        requireSome(node.get(several), items);
        return items;
    }

    private static void requireSome(Node node, List<Node> items) {
        if (items.isEmpty()) {
            throw node.error("must not be empty");
        }
    }

    static SequencedMap<String, Object> mixture(Named<MixtureSpec> mixture) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("name", mixture.name());
        document.put("mixture", mixture.value().toDocument());
        return document;
    }

    static SequencedMap<String, Object> solver(Named<SolverSpec> solver) {
        SequencedMap<String, Object> document = solver.value().toDocument();
        document.put("name", solver.name());
        return document;
    }
}
