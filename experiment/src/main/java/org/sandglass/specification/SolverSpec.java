package org.sandglass.specification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.format.InputException;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;

/// A rule with its settings, as data. Immutable.
public final class SolverSpec {
    private final SolverType type;
    private final SolverValues values;

    private SolverSpec(SolverType type, SolverValues values) {
        this.type = type;
        this.values = values;
    }

    /// A rule as part of a sampler: a mapping with `type` that may hold other keys too.
    static SolverSpec read(Node node, List<String> others) {
        SolverType type = type(node, SolverType.names());
        if (!node.isMapping()) {
            return new SolverSpec(type, SolverValues.usual(type.keys()));
        }
        List<String> known = new ArrayList<>(others);
        known.add("type");
        known.addAll(SolverKey.names(type.keys()));
        return made(node, type, SolverValues.read(node.known(known), type.keys()));
    }

    /// A rule of one step as part of another rule.
    static SolverSpec nested(Node node, List<String> words) {
        List<String> names = new ArrayList<>(words);
        SolverType.all().stream()
                .filter(SolverType::isOneStep)
                .map(SolverType::word)
                .forEach(names::add);
        SolverType type = type(node, names);
        List<SolverKey> keys = type.nestedKeys();
        if (!node.isMapping()) {
            return new SolverSpec(type, SolverValues.usual(keys));
        }
        List<String> known = new ArrayList<>(List.of("type"));
        known.addAll(SolverKey.names(keys));
        return made(node, type, SolverValues.read(node.known(known), keys));
    }

    /// A rule of one step with its defaults, as part of another.
    static SolverSpec plain(String word) {
        SolverType type = SolverType.find(word).orElseThrow();
        return new SolverSpec(type, SolverValues.usual(type.nestedKeys()));
    }

    private static SolverType type(Node node, List<String> names) {
        Node typeNode = node.isMapping() ? node.get("type") : node;
        String word = typeNode.text();
        return SolverType.find(word)
                .filter(type -> names.contains(word))
                .orElseThrow(() -> new InputException(
                        typeNode.where() + ": unknown solver \"" + word + "\"; " + Nearest.suggestion(word, names)));
    }

    /// Keys that are each right may not fit together.
    private static SolverSpec made(Node node, SolverType type, SolverValues values) {
        SolverSpec spec = new SolverSpec(type, values);
        try {
            type.check(values);
        } catch (IllegalArgumentException e) {
            throw node.error(String.valueOf(e.getMessage()));
        }
        return spec;
    }

    /// What kind of rule it is.
    ///
    /// @return its entry in the list of all
    public SolverType type() {
        return type;
    }

    /// The rule itself.
    ///
    /// @param law the process that is reversed, which the exact kernel and analytic variances look at
    /// @return the rule for a denoiser of that law
    public Step step(DiffusedMixture law) {
        return type.step(values, law);
    }

    /// Whether the rule, or one that it is made of, looks at the law itself and not at a denoiser alone: then the
    /// rules for two laws differ.
    boolean looksAtTheLaw() {
        return !step(SolverType.ANY_LAW).equals(step(SolverType.OTHER_LAW));
    }

    /// The rules that it is made of, such as what starts it.
    ///
    /// @return key to rule; empty for most
    public SequencedMap<String, SolverSpec> parts() {
        SequencedMap<String, SolverSpec> parts = new LinkedHashMap<>();
        values.entries().forEach((key, value) -> {
            if (value instanceof SolverSpec part) {
                parts.put(key, part);
            }
        });
        return parts;
    }

    /// Whether the rule, or one that it is made of, uses the drift and diffusion coefficients.
    boolean usesRates() {
        return type.usesRates() || parts().values().stream().anyMatch(SolverSpec::usesRates);
    }

    OneStep oneStep(DiffusedMixture law) {
        if (step(law) instanceof OneStep step) {
            return step;
        }
        throw new InputException(type.word() + " is not a rule of one step");
    }

    /// Its name and the settings that are not the usual ones: `ddim-eta-0.5`.
    ///
    /// @return fit to be part of the name of a file
    public String label() {
        StringBuilder label = new StringBuilder(type.word());
        for (SolverKey key : type.keys()) {
            Object value = values.entries().getOrDefault(key.name(), key.usual());
            String shown = SolverKey.shown(value);
            if (!shown.equals(SolverKey.shown(key.usual()))) {
                label.append('-').append(key.name());
                label.append(value instanceof SolverValues ? "" : "-" + shown);
            }
        }
        return label.toString();
    }

    /// The settings as keys and values, without the type.
    SequencedMap<String, Object> settings() {
        SequencedMap<String, Object> settings = new LinkedHashMap<>();
        values.entries().forEach((key, value) -> settings.put(key, SolverKey.document(value)));
        return settings;
    }

    /// The entries that say the same, with every default.
    ///
    /// @return `type` and all settings
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", type.word());
        document.putAll(settings());
        return document;
    }
}
