package org.sandglass.bench;

import java.time.Duration;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.mixture.NoisyMixture;
import org.sandglass.mixture.Outputs;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Sampler;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.EulerMaruyama;

/// Does a loop allocate once it is warm? Run with `-Xlog:gc -Xmn16m`: no collection may be logged between a
/// line `begin …` and the next `end`.
///
/// The first loop evaluates the same arrays again and again, the second is one simulation of many steps.
public final class SteadyState {
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int SHORT = 50;

    private SteadyState() {}

    /// Runs both loops.
    ///
    /// @param args for how many seconds, each
    public static void main(String[] args) {
        Duration time = Duration.ofMillis(Math.round(1000 * Double.parseDouble(args[0])));
        evaluate(time);
        simulate(time);
    }

    private static void evaluate(Duration time) {
        Problem problem = Problem.of(10_000, 40, 2);
        NoisyMixture law = problem.mixture().underNoise(1, 0);
        Outputs out = problem.room();
        repeat(law, problem.x(), out, WARM_UP);
        System.out.println("begin evaluation");
        long points = repeat(law, problem.x(), out, time);
        System.out.println("end");
        System.out.println("evaluated " + points + " points");
    }

    private static long repeat(NoisyMixture law, Points x, Outputs out, Duration time) {
        long begin = System.nanoTime();
        long points = 0;
        while (System.nanoTime() - begin < time.toNanos()) {
            law.evaluate(x, 0, x.n(), out);
            points += x.n();
        }
        return points;
    }

    /// First short simulations, to be warm and to know how many steps last long enough; then one of that
    /// many.
    private static void simulate(Duration time) {
        Points start = Problem.of(10_240, 40, 2).x();
        int steps = 0;
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < WARM_UP.toNanos()) {
            simulate(start, SHORT);
            steps += SHORT;
        }
        int enough = (int) (steps * time.toNanos() / (System.nanoTime() - begin)) + 1;
        System.out.println("begin simulation");
        simulate(start, enough);
        System.out.println("end");
        System.out.println("simulated " + enough + " steps of " + start.n() + " points");
    }

    private static void simulate(Points start, int steps) {
        LinearVp schedule = LinearVp.standard();
        Sampler sampler = new Sampler(new EulerMaruyama(), TimeGrid.uniform(schedule, 1, 1e-3, steps));
        GaussianMixture mixture = Problem.of(1, 40, 2).mixture();
        sampler.run(new MixtureDenoiser(new DiffusedMixture(mixture, schedule)), start, RandomStreams.of(0));
    }
}
