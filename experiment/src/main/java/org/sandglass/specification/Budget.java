package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// How much work the samplers of a comparison may do, several times over: the columns of its table.
public sealed interface Budget {
    /// So many steps each, whatever they cost.
    ///
    /// @param numbers increasing, `≥ 1`
    record Steps(List<Integer> numbers) implements Budget {
        /// Copies the list.
        public Steps {
            numbers = List.copyOf(numbers);
        }
    }

    /// As many steps as take no more evaluations than that.
    ///
    /// @param numbers increasing, `≥ 1`
    record Evaluations(List<Integer> numbers) implements Budget {
        /// Copies the list.
        public Evaluations {
            numbers = List.copyOf(numbers);
        }
    }

    /// The steps or evaluations.
    ///
    /// @return increasing numbers
    List<Integer> numbers();

    /// The key in files.
    ///
    /// @return `steps` or `evaluations`
    default String word() {
        return switch (this) {
            case Steps _ -> "steps";
            case Evaluations _ -> "evaluations";
        };
    }

    /// Reads the one of the two keys that is there.
    ///
    /// @param root the document
    /// @return the budget
    static Budget read(Node root) {
        if (root.has("steps") == root.has("evaluations")) {
            throw new InputException(root.where() + ": needs steps or evaluations, one of the two");
        }
        return root.has("steps")
                ? new Steps(numbers(root.get("steps")))
                : new Evaluations(numbers(root.get("evaluations")));
    }

    /// Numbers as a list, or a single one.
    ///
    /// @param node where they stand
    /// @return each once, increasing
    static List<Integer> numbers(Node node) {
        List<Integer> numbers = node.isList()
                ? node.items().stream().map(item -> item.count(1)).sorted().toList()
                : List.of(node.count(1));
        if (numbers.isEmpty() || numbers.stream().distinct().count() < numbers.size()) {
            throw node.error(numbers.isEmpty() ? "must not be empty" : "must name each number once");
        }
        return numbers;
    }

    /// The entry that says the same.
    ///
    /// @return one key
    default SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put(word(), numbers());
        return document;
    }
}
