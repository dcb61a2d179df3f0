package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Points;
import org.sandglass.target.ComponentWeights;
import org.sandglass.target.RegularMixtures;
import org.sandglass.target.Target;
import org.sandglass.target.Targets;

/// Finds targets by name and reads the parameters of families.
final class TargetReader {
    /// The one family whose keys are those of a mixture file.
    static final String ISOTROPIC = "isotropic";

    private static final List<String> ISOTROPIC_KEYS = List.of("means", "std", "weights", "logits");

    private TargetReader() {}

    /// A mapping with the key `target`, the parameters of its family and notes.
    static TargetMixture read(Node mapping) {
        Node target = mapping.get("target");
        String name = target.text();
        List<String> keys = new ArrayList<>(parameters(name));
        boolean hasParameters = !keys.isEmpty();
        keys.add("target");
        keys.addAll(ExplicitReader.NOTES);
        if (!hasParameters) {
            TargetMixture named = named(target.where() + ": ", name);
            refuseOtherKeys(mapping, keys);
            return named;
        }
        mapping.known(keys);
        return name.equals(ISOTROPIC)
                ? isotropic(mapping)
                : TargetFamily.find(name).orElseThrow().read(mapping);
    }

    private static List<String> parameters(String name) {
        return name.equals(ISOTROPIC)
                ? ISOTROPIC_KEYS
                : TargetFamily.find(name).map(TargetFamily::keyNames).orElse(List.of());
    }

    private static void refuseOtherKeys(Node mapping, List<String> keys) {
        for (String key : mapping.entries().keySet()) {
            if (ExplicitReader.KEYS.contains(key)) {
                throw mapping.error("holds both target and " + key + "; give one of them");
            }
        }
        mapping.known(keys);
    }

    /// A published target, or a family with its defaults.
    static TargetMixture named(String where, String name) {
        if (name.equals(ISOTROPIC)) {
            throw new InputException(where + "\"isotropic\" needs means: {target: isotropic, means: [[...]], std: 1}");
        }
        return TargetFamily.find(name).map(TargetFamily::member).orElseGet(() -> published(where, name));
    }

    private static TargetMixture published(String where, String name) {
        Target found = Targets.find(name).orElseThrow(() -> unknown(where, name));
        return new TargetMixture(name, new LinkedHashMap<>(), found);
    }

    private static InputException unknown(String where, String name) {
        List<String> variants = Targets.variants(name);
        if (variants.size() > 1) {
            return new InputException(where + "\"" + name + "\" names several published targets; say which: "
                    + String.join(", ", variants));
        }
        return Targets.findOther(name)
                .map(other -> new InputException(where + "\"" + name + "\" is no mixture of Gaussians: "
                        + other.reason() + " (" + other.publication().title() + ")"))
                .orElseGet(() -> new InputException(
                        where + "unknown target \"" + name + "\"; " + Nearest.suggestion(name, known())));
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>(Targets.names());
        TargetFamily.all().stream()
                .map(TargetFamily::name)
                .filter(name -> !known.contains(name))
                .forEach(known::add);
        known.add(ISOTROPIC);
        return known;
    }

    /// `{target: isotropic, means: …, std: 1}`, with weights or logits.
    private static TargetMixture isotropic(Node mapping) {
        Numbers means = Numbers.of(mapping.get("means"));
        if (means.rank() != 2) {
            throw mapping.get("means").error("must be K x D numbers, got " + means.shapeText());
        }
        Checks.finite(means);
        Weighting weighting = ExplicitReader.weighting(mapping);
        weighting.check(Layout.of(means));
        double std = mapping.find("std").map(Node::positive).orElse(1.0);
        SequencedMap<String, Object> entries = new LinkedHashMap<>();
        weighting.write(entries);
        entries.put("means", means.nested());
        entries.put("std", std);
        Points centres = Points.wrap(means.data(), means.axis(0), means.axis(1));
        return new TargetMixture(ISOTROPIC, entries, RegularMixtures.isotropic(centres, std, weights(weighting)));
    }

    private static ComponentWeights weights(Weighting weighting) {
        return switch (weighting) {
            case Weighting.Equal() -> new ComponentWeights.Equal();
            case Weighting.OfWeights(Numbers numbers) -> ComponentWeights.weights(numbers.data());
            case Weighting.OfLogits(Numbers numbers) -> ComponentWeights.logits(numbers.data());
        };
    }
}
