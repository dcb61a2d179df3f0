import org.jspecify.annotations.NullMarked;

/// Exact Gaussian mixtures under diffusion: the mathematics of Sandglass, without files or screens.
@SuppressWarnings("requires-transitive-automatic") // EJML has no module descriptors
@NullMarked
module org.sandglass.core {
    requires static jdk.incubator.vector;
    requires static org.jspecify;
    requires transitive ejml.core;
    requires ejml.ddense;

    exports org.sandglass.conformance;
    exports org.sandglass.denoiser;
    exports org.sandglass.diffusion;
    exports org.sandglass.divergence;
    exports org.sandglass.fit;
    exports org.sandglass.flow;
    exports org.sandglass.histogram;
    exports org.sandglass.importance;
    exports org.sandglass.inverse;
    exports org.sandglass.langevin;
    exports org.sandglass.linalg;
    exports org.sandglass.metric;
    exports org.sandglass.mixture;
    exports org.sandglass.random;
    exports org.sandglass.sampler;
    exports org.sandglass.schedule;
    exports org.sandglass.solver;
    exports org.sandglass.target;
    exports org.sandglass.transport;
}
