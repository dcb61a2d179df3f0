import org.jspecify.annotations.NullMarked;

/// Exact Gaussian mixtures under diffusion: the mathematics of Sandglass, without files or screens.
@NullMarked
module org.sandglass.core {
    requires static jdk.incubator.vector;
    requires static org.jspecify;
    requires ejml.core;
    requires ejml.ddense;
    requires org.apache.commons.rng.core;

    exports org.sandglass.linalg;
    exports org.sandglass.mixture;
    exports org.sandglass.random;
    exports org.sandglass.schedule;
}
