package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.target.Target;
import org.sandglass.target.Targets;

/// A mixture by its published name: `{target: gmm40-fab}`.
///
/// @param name one of [Targets#names()]
public record TargetMixture(String name) implements MixtureSpec {
    /// Checks the name.
    public TargetMixture {
        if (Targets.find(name).isEmpty()) {
            throw new IllegalArgumentException("unknown target " + name);
        }
    }

    static TargetMixture read(Node node) {
        return new TargetMixture(checked(node.where() + ": ", node.text()));
    }

    /// A target by its name.
    ///
    /// @param option what carried the name, for messages
    /// @param name what was typed
    /// @return the target
    /// @throws InputException if there is none of that name
    public static TargetMixture named(String option, String name) {
        return new TargetMixture(checked(option + ": ", name));
    }

    private static String checked(String where, String name) {
        if (Targets.find(name).isPresent()) {
            return name;
        }
        List<String> variants = Targets.variants(name);
        throw new InputException(where
                + (variants.isEmpty()
                        ? "unknown target \"" + name + "\"; " + Nearest.suggestion(name, Targets.names())
                        : "\"" + name + "\" names several published targets; say which: "
                                + String.join(", ", variants)));
    }

    /// The numbers as published.
    ///
    /// @return the same mixture, explicit, with its title and source
    public ExplicitMixture explicit() {
        return explicit(Targets.find(name).orElseThrow());
    }

    private static ExplicitMixture explicit(Target target) {
        SequencedMap<String, Object> notes = new LinkedHashMap<>();
        notes.put("title", target.title());
        notes.put("source", target.source());
        double[] weights = target.weights();
        Numbers means = Numbers.of(target.means());
        return new ExplicitMixture(
                weights.length == 0
                        ? new Weighting.Equal()
                        : new Weighting.OfWeights(Numbers.wrap(weights, weights.length)),
                means,
                new Scale.Std(Numbers.wrap(new double[] {target.std()})),
                notes);
    }

    @Override
    public ResolvedMixture resolve() {
        return ResolvedMixture.single(Targets.find(name).orElseThrow().mixture());
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("target", name);
        return document;
    }
}
