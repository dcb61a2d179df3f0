package org.sandglass.sampler;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.sandglass.arrayops.ArrayOps;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Churn;
import org.sandglass.solver.Clock;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Ddpm;
import org.sandglass.solver.DpmSolver3;
import org.sandglass.solver.DpmSolverPlusPlus2S;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.ExactKernel;
import org.sandglass.solver.Heun;
import org.sandglass.solver.Rk4;
import org.sandglass.solver.SaSolver;
import org.sandglass.solver.Seeds2;
import org.sandglass.solver.Strang;
import org.sandglass.solver.Variance;
import org.sandglass.testing.SampleLaws;

/// Prints which array operations are in use, then a digest of the samples of every step on every structure:
/// run in JVMs of its own by [SampleBytesTest].
final class SampleBytes {
    private SampleBytes() {}

    public static void main(String[] args) {
        System.out.println(ArrayOps.choice());
        System.out.println(digest(Integer.parseInt(args[0])));
    }

    static String digest(int threads) {
        MessageDigest digest = sha256();
        try (Workers workers = Workers.of(threads)) {
            SampleLaws.ofEachStructure().values().forEach(mixture -> {
                DiffusedMixture law = new DiffusedMixture(mixture, LinearVp.standard());
                for (Step step : steps(law)) {
                    add(run(step, law, workers), digest);
                }
            });
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Step> steps(DiffusedMixture law) {
        return List.of(
                new EulerMaruyama(),
                new Heun(),
                new Ddim(0.5),
                new ExactKernel(law),
                new DpmSolver3(),
                new DpmSolverPlusPlus2S(),
                new Rk4(),
                new Strang(),
                new Seeds2(),
                new SaSolver(3, 4, 0.7),
                new Ddpm(new Variance.OptimalFull()),
                new Churn(new Heun(Clock.SIGMA), 6, 0, 1e3, 1.003, Clock.SIGMA));
    }

    private static Points run(Step step, DiffusedMixture law, Workers workers) {
        RandomStreams streams = RandomStreams.of(91);
        Points start = Start.EXACT.draw(law, 1, 2100, streams);
        return new Sampler(step, TimeGrid.uniform(law.schedule(), 1, 0, 6))
                .run(new MixtureDenoiser(law), start, streams, workers, new Recording.EndOnly(), StepObserver.quiet())
                .end();
    }

    private static void add(Points x, MessageDigest digest) {
        ByteBuffer bytes = ByteBuffer.allocate(x.data().length * Double.BYTES);
        bytes.asDoubleBuffer().put(x.data());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
