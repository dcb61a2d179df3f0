package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sandglass.target.Target;

/// Targets with parameters: `{target: ring, components: 12, radius: 4}`.
///
/// A family may bear the name of a published target, which then is the member with all parameters at their
/// defaults. Immutable.
public final class TargetFamily {
    /// A mixture file of more numbers than this would be of no use.
    private static final double MOST_NUMBERS = 2e7;

    private final String name;
    private final String title;
    private final List<FamilyKey> keys;
    private final Function<FamilyValues, Target> build;

    TargetFamily(String name, String title, Function<FamilyValues, Target> build, FamilyKey... keys) {
        this.name = name;
        this.title = title;
        this.keys = List.of(keys);
        this.build = build;
    }

    /// All families.
    ///
    /// @return in the order of the documentation
    public static List<TargetFamily> all() {
        return Stream.concat(OwnFamilies.all().stream(), PublishedFamilies.all().stream())
                .toList();
    }

    static Optional<TargetFamily> find(String name) {
        if (FamilyNames.OWN.contains(name)) {
            return Optional.of(OwnFamilies.all().get(FamilyNames.OWN.indexOf(name)));
        }
        if (FamilyNames.PUBLISHED.contains(name)) {
            return Optional.of(PublishedFamilies.all().get(FamilyNames.PUBLISHED.indexOf(name)));
        }
        return Optional.empty();
    }

    /// What stands beside `target`.
    ///
    /// @return as in `isotropic-uniform`
    public String name() {
        return name;
    }

    /// What its members are, in a few words.
    ///
    /// @return without a full stop
    public String title() {
        return title;
    }

    /// The keys with the values they have when they are not given.
    ///
    /// @return numbers, text, and lists of two numbers
    public SequencedMap<String, Object> defaults() {
        SequencedMap<String, Object> defaults = new LinkedHashMap<>();
        keys.forEach(key -> defaults.put(key.name(), key.fallback()));
        return defaults;
    }

    List<String> keyNames() {
        return keys.stream().map(FamilyKey::name).toList();
    }

    /// The member with all parameters at their defaults.
    TargetMixture member() {
        FamilyValues values = new FamilyValues(defaults());
        return new TargetMixture(name, values.entries(), build.apply(values));
    }

    /// The member that a mapping describes, whose keys are known.
    TargetMixture read(Node mapping) {
        SequencedMap<String, Object> entries = new LinkedHashMap<>();
        keys.forEach(key -> entries.put(key.name(), key.of(mapping)));
        FamilyValues values = new FamilyValues(entries);
        checkSize(mapping, values);
        return new TargetMixture(name, values.entries(), build.apply(values));
    }

    private static void checkSize(Node mapping, FamilyValues values) {
        int d = values.wholeOr("dimension", 2);
        double k = values.entries().containsKey("per-axis")
                ? Math.pow(values.whole("per-axis"), d)
                : values.wholeOr("components", 25);
        boolean full = "full".equals(values.entries().get("covariance"));
        double numbers = k * d * (full ? d : 1);
        if (numbers > MOST_NUMBERS) {
            throw mapping.error("would be a mixture of " + Checks.text(k) + " components in " + d
                    + " dimensions, more than 2e7 numbers");
        }
    }
}
