package org.sandglass.specification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.target.Target;
import org.sandglass.target.TargetMeasurement;

/// A mixture by its published name, `{target: gmm40-fab}`, or as a member of a family, `{target: ring,
/// radius: 3}`. Immutable.
public final class TargetMixture implements MixtureSpec {
    private final String name;
    private final SequencedMap<String, Object> parameters;
    private final Target target;

    /// A target, and what stands beside its name in a document.
    TargetMixture(String name, SequencedMap<String, Object> parameters, Target target) {
        this.name = name;
        this.parameters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(parameters));
        this.target = target;
    }

    /// A target by its name.
    ///
    /// @param option what carried the name, for messages
    /// @param name what was typed
    /// @return the target, with defaults if it is a family
    /// @throws InputException if there is none of that name, or several
    public static TargetMixture named(String option, String name) {
        return TargetReader.named(option + ": ", name);
    }

    /// A target as a person types it: a name, or YAML in braces with the parameters of a family.
    ///
    /// @param option what carried it, for messages
    /// @param argument what was typed
    /// @return the target
    /// @throws InputException if there is no such target, or a parameter is wrong
    public static TargetMixture argument(String option, String argument) {
        return Source.isInline(argument)
                ? TargetReader.read(Documents.read(Source.inline(option, argument)))
                : named(option, argument);
    }

    /// The target with its source.
    ///
    /// @return name, numbers and publication
    public Target target() {
        return target;
    }

    /// The numbers as published.
    ///
    /// @return the same mixture, explicit, with its title, its source and the logarithm of its integral if
    ///     that is not 1
    public ExplicitMixture explicit() {
        return TargetNumbers.explicit(target);
    }

    /// The measurement of an inverse problem.
    ///
    /// @param option what asked for it, for messages
    /// @return the entries of a measurement file
    /// @throws InputException if the target has none
    public SequencedMap<String, Object> measurement(String option) {
        return TargetNumbers.measurement(target, look(option));
    }

    TargetMeasurement look(String option) {
        return target.measurement()
                .orElseThrow(() -> new InputException(option + ": target " + name
                        + " is no inverse problem: it was published without a measurement"));
    }

    @Override
    public ResolvedMixture resolve() {
        return ResolvedMixture.single(target.mixture());
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("target", name);
        document.putAll(parameters);
        return document;
    }
}
