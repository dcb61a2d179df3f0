package org.sandglass.specification;

import java.util.HashSet;
import java.util.Set;

/// The names of an experiment's samplers, each given once: `<type>-<steps>` by default, then with `-2`, `-3`
/// ….
final class SamplerNames {
    private final Set<String> taken = new HashSet<>();

    /// Takes the names that samplers ask for, before defaults are given out.
    SamplerNames(Iterable<Node> samplers) {
        for (Node sampler : samplers) {
            if (sampler.isMapping() && sampler.has("name")) {
                Node node = sampler.get("name");
                String name = node.text();
                if (!name.matches("[A-Za-z0-9][A-Za-z0-9._+-]{0,99}")) {
                    throw node.error("must be letters, digits, dots, dashes and plus signs, as it names a file, got "
                            + node.shown());
                }
                if (!taken.add(name)) {
                    throw node.error("must differ from the names of the other samplers, got " + node.shown());
                }
            }
        }
    }

    String next(Node sampler, String usual) {
        if (sampler.has("name")) {
            return sampler.get("name").text();
        }
        String name = usual;
        for (int i = 2; !taken.add(name); i++) {
            name = usual + "-" + i;
        }
        return name;
    }
}
