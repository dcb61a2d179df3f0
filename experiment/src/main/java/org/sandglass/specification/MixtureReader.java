package org.sandglass.specification;

import java.util.ArrayList;
import java.util.List;

/// Tells the six ways to say a mixture apart.
final class MixtureReader {
    private MixtureReader() {}

    /// A mapping is a mixture; inside an experiment, plain text is a file beside it or a target's name.
    static MixtureSpec read(Node node) {
        if (node.isText()) {
            return named(node);
        }
        List<String> kinds = new ArrayList<>(MixtureSpec.KINDS);
        kinds.retainAll(node.entries().keySet());
        if (kinds.isEmpty()) {
            return ExplicitReader.read(node);
        }
        if (kinds.getFirst().equals("target") && kinds.size() == 1) {
            return TargetReader.read(node);
        }
        List<String> keys = new ArrayList<>(ExplicitReader.NOTES);
        keys.add(kinds.getFirst());
        for (String key : node.entries().keySet()) {
            boolean isOther = MixtureSpec.KINDS.contains(key) || ExplicitReader.KEYS.contains(key);
            if (isOther && !keys.contains(key)) {
                throw node.error("holds both " + kinds.getFirst() + " and " + key + "; give one of them");
            }
        }
        Node value = node.known(keys).get(kinds.getFirst());
        return switch (kinds.getFirst()) {
            case "fit" -> FittedMixture.read(value);
            case "empirical" -> EmpiricalMixture.read(value);
            case "gaussian" -> SpectrumMixture.read(value);
            default -> PointMixture.read(value);
        };
    }

    private static MixtureSpec named(Node node) {
        String word = node.text();
        return Source.looksLikeFile(word)
                ? MixtureSpec.read(Source.file(node.file()))
                : TargetReader.named(node.where() + ": ", word);
    }
}
