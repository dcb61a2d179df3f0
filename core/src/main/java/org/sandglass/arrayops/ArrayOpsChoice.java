package org.sandglass.arrayops;

import java.util.Optional;

/// Picks one of the twins when the program starts, and remembers why.
///
/// The vector twin is not touched unless its module is there to be read, so the plain one runs on a bare
/// `java`.
sealed interface ArrayOpsChoice {
    /// Names a twin, to force it.
    String PROPERTY = "sandglass.arrayops";

    /// A twin, and what to tell people about it.
    record Made(ArrayOps ops, String description) implements ArrayOpsChoice {}

    /// A wish that cannot be met, and why.
    record Refused(String message) implements ArrayOpsChoice {}

    /// The choice of this program run.
    static Made made() {
        return switch (Once.CHOICE) {
            case Made made -> made;
            case Refused(String message) -> throw new IllegalArgumentException(message);
        };
    }

    /// What to use, given the property's value and what stands against vectors.
    static ArrayOpsChoice of(Optional<String> wish, Optional<String> obstacle) {
        return switch (wish.orElse("")) {
            case "" -> obstacle.<ArrayOpsChoice>map(reason -> plain(reason)).orElseGet(() -> vector(""));
            case "plain" -> plain("asked for by " + PROPERTY);
            case "vector" ->
                obstacle.<ArrayOpsChoice>map(reason -> new Refused(PROPERTY + "=vector is not possible: " + reason))
                        .orElseGet(() -> vector(", asked for by " + PROPERTY));
            default ->
                new Refused(
                        "system property " + PROPERTY + " must be plain or vector, got '" + wish.orElseThrow() + "'");
        };
    }

    private static Made plain(String reason) {
        return new Made(new PlainArrayOps(), "plain: " + reason);
    }

    private static Made vector(String reason) {
        return new Made(new VectorArrayOps(), "vector, " + 64 * VectorArrayOps.LANES + "-bit lanes" + reason);
    }

    /// What stands against vectors in this JVM, if anything does.
    static Optional<String> obstacle() {
        Optional<Module> vectors = ModuleLayer.boot().findModule("jdk.incubator.vector");
        if (vectors.isEmpty()) {
            return Optional.of("module jdk.incubator.vector is not present");
        }
        if (!ArrayOps.class.getModule().canRead(vectors.get())) {
            return Optional.of("module jdk.incubator.vector is not readable");
        }
        return VectorArrayOps.LANES < 2 ? Optional.of("vectors have a single lane here") : Optional.empty();
    }

    /// Holds the choice from the first time it is asked for.
    final class Once {
        private static final ArrayOpsChoice CHOICE = of(Optional.ofNullable(System.getProperty(PROPERTY)), obstacle());

        private Once() {}
    }
}
