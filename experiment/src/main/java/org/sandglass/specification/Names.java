package org.sandglass.specification;

import java.util.HashSet;
import java.util.Set;

/// The names of the samplers of an experiment, or of other items of a list: each given once; the usual name by
/// default, then with `-2`, `-3` ….
final class Names {
    private final Set<String> taken = new HashSet<>();

    /// Takes the names that items ask for, before defaults are given out.
    Names(Iterable<Node> items) {
        for (Node item : items) {
            if (item.isMapping() && item.has("name")) {
                Node node = item.get("name");
                String name = node.text();
                if (!fits(name)) {
                    throw node.error("must be letters, digits, dots, dashes and plus signs, as it names a file, got "
                            + node.shown());
                }
                if (!taken.add(name)) {
                    throw node.error("must differ from the other names, got " + node.shown());
                }
            }
        }
    }

    /// Whether a word can name a file.
    static boolean fits(String name) {
        return name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}");
    }

    String next(Node item, String usual) {
        return item.isMapping() && item.has("name") ? item.get("name").text() : unnamed(usual);
    }

    /// The name of an item that asks for none.
    String unnamed(String usual) {
        String name = usual;
        for (int i = 2; !taken.add(name); i++) {
            name = usual + "-" + i;
        }
        return name;
    }
}
