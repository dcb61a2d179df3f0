package org.sandglass.langevin;

import org.sandglass.random.RandomStream;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Workers;

/// The random numbers of a chunk of chains, by step.
interface Noise {
    /// Standard normals of a step.
    ///
    /// @param step from 0
    /// @param z receives d numbers for each chain
    void normals(long step, double[] z);

    /// Uniform numbers of a step, in `[0, 1)`.
    ///
    /// @param step from 0
    /// @param u receives one for each chain
    void uniforms(long step, double[] u);

    /// The noise of chains `[first, …)` of a chunk of 1024.
    ///
    /// Streams `("langevin noise", chunk)` and `("langevin acceptance", chunk)`: of step `i`, the normals
    /// of chain `r` of
    /// the chunk stand at `(1024·i + r)·d`, its uniform at `1024·i + r`.
    ///
    /// @param streams where the randomness comes from
    /// @param chunk which thousand of chains
    /// @param first the first of them that is run
    /// @param d the dimension
    static Noise of(RandomStreams streams, long chunk, int first, int d) {
        RandomStream normals = streams.stream("langevin noise", chunk);
        RandomStream uniforms = streams.stream("langevin acceptance", chunk);
        return new Noise() {
            @Override
            public void normals(long step, double[] z) {
                normals.seek(Math.multiplyExact(step * Workers.CHUNK + first, d));
                normals.fillNormals(z, 0, z.length);
            }

            @Override
            public void uniforms(long step, double[] u) {
                uniforms.seek(step * Workers.CHUNK + first);
                uniforms.fillUniforms(u, 0, u.length);
            }
        };
    }
}
