package org.sandglass.cli;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.sandglass.specification.TargetFamily;
import org.sandglass.target.OtherTarget;
import org.sandglass.target.Publication;
import org.sandglass.target.Target;
import org.sandglass.target.Targets;

/// The list of all targets, for people and for programs.
final class TargetList {
    private TargetList() {}

    /// A paragraph per publication, two lines per target; then the families, and what is no mixture.
    static void print(PrintStream out) {
        for (Publication publication : Publication.values()) {
            List<Target> targets = Targets.all().stream()
                    .filter(target -> target.publication() == publication)
                    .toList();
            if (!targets.isEmpty()) {
                out.println(publication.title() + ": " + publication.reference());
                targets.forEach(target -> print(out, target));
                out.println();
            }
        }
        out.println("Families: {target: NAME, key: value, ...}, with these defaults");
        out.println("  isotropic                   means: K x D; std: 1; weights or logits");
        TargetFamily.all().forEach(family -> print(out, family));
        out.println();
        out.println("Published, but no mixtures of Gaussians");
        Targets.others().forEach(other -> print(out, other));
    }

    private static void print(PrintStream out, Target target) {
        out.printf(
                Locale.ROOT,
                "  %-28sK=%-4dD=%-4d %s%s%n%6s%s%n",
                target.name(),
                target.k(),
                target.d(),
                target.title(),
                target.measurement().isPresent() ? ", with a measurement" : "",
                "",
                target.details());
    }

    private static void print(PrintStream out, TargetFamily family) {
        String defaults = family.defaults().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + plain(entry.getValue()))
                .collect(Collectors.joining(", "));
        out.printf(Locale.ROOT, "  %-28s%s%n%6s%s%n", family.name(), family.title(), "", defaults);
    }

    private static void print(PrintStream out, OtherTarget other) {
        out.printf(Locale.ROOT, "  %-28s%s: %s%n", other.name(), other.title(), other.reason());
    }

    private static String plain(Object value) {
        return value.toString().replaceAll("\\.0(?=[,\\]]|$)", "");
    }

    /// The same for programs.
    static SequencedMap<String, Object> document() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("targets", Targets.all().stream().map(TargetList::entry).toList());
        document.put(
                "families", TargetFamily.all().stream().map(TargetList::entry).toList());
        document.put("others", Targets.others().stream().map(TargetList::entry).toList());
        return document;
    }

    private static SequencedMap<String, Object> entry(Target target) {
        SequencedMap<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", target.name());
        entry.put("publication", target.publication().title());
        entry.put("components", target.k());
        entry.put("dimension", target.d());
        entry.put("title", target.title());
        entry.put("source", target.source());
        entry.put("precision", target.precision().name().toLowerCase(Locale.ROOT));
        entry.put("log-normaliser", target.logNormaliser());
        entry.put("measurement", target.measurement().isPresent());
        return entry;
    }

    private static SequencedMap<String, Object> entry(TargetFamily family) {
        SequencedMap<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", family.name());
        entry.put("title", family.title());
        entry.put("defaults", family.defaults());
        return entry;
    }

    private static SequencedMap<String, Object> entry(OtherTarget other) {
        SequencedMap<String, Object> entry = new LinkedHashMap<>();
        entry.put("name", other.name());
        entry.put("publication", other.publication().title());
        entry.put("title", other.title());
        entry.put("reason", other.reason());
        return entry;
    }
}
