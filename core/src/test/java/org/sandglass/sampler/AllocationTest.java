package org.sandglass.sampler;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Churn;
import org.sandglass.solver.Clock;
import org.sandglass.solver.Ddim;
import org.sandglass.solver.Ddpm;
import org.sandglass.solver.DpmSolver1;
import org.sandglass.solver.DpmSolver2;
import org.sandglass.solver.DpmSolver3;
import org.sandglass.solver.DpmSolverPlusPlus1;
import org.sandglass.solver.DpmSolverPlusPlus2S;
import org.sandglass.solver.Euler;
import org.sandglass.solver.EulerMaruyama;
import org.sandglass.solver.ExponentialEuler;
import org.sandglass.solver.Heun;
import org.sandglass.solver.LangevinFlow;
import org.sandglass.solver.Midpoint;
import org.sandglass.solver.PredictorCorrector;
import org.sandglass.solver.Restart;
import org.sandglass.solver.Rk4;
import org.sandglass.solver.SaSolver;
import org.sandglass.solver.SdeDpmSolverPlusPlus2M;
import org.sandglass.solver.Seeds2;
import org.sandglass.solver.Strang;
import org.sandglass.solver.Variance;
import org.sandglass.solver.WarmUp;
import org.sandglass.testing.Allocation;

/// In the long run nothing is allocated but small objects, whose size does not grow with the points.
class AllocationTest {
    private static final RandomStreams STREAMS = RandomStreams.of(5);

    /// Pulls to the origin, and allocates nothing itself.
    private static final Denoiser PULL = new Denoiser() {
        @Override
        public int d() {
            return 2;
        }

        @Override
        public NoiseSchedule schedule() {
            return LinearVp.standard();
        }

        @Override
        public DenoiserAt at(double t) {
            return (what, xt, out) -> {
                for (int i = 0; i < out.data().length; i++) {
                    out.data()[i] = -0.5 * xt.data()[i];
                }
            };
        }
    };

    private static final List<OneStep> STEPS = List.of(
            new EulerMaruyama(),
            new Euler(),
            new Heun(),
            new Heun(Clock.SIGMA),
            new Midpoint(),
            new Rk4(),
            new Strang(),
            new Ddim(),
            new Ddim(0.5),
            new ExponentialEuler(),
            new DpmSolver1(),
            new DpmSolver2(),
            new DpmSolver3(),
            new DpmSolverPlusPlus1(),
            new DpmSolverPlusPlus2S());

    /// A stream, its key and counter, a view of the room for scores and one of that for normals: 16 384 bytes
    /// of points move with less than 1 000.
    @Test
    void aStepOfAChunkAllocatesLessThanAThousandBytes() {
        Points x = Points.zeros(Workers.CHUNK, 2);
        Memory none = Memory.of(0);
        for (OneStep step : STEPS) {
            Move move = step.between(PULL, 0.5, 0.49);
            Allocation.assertBelow(
                    1000, 200, step.toString(), () -> move.apply(x, none, Noise.of(STREAMS.stream("step", 3, 7))));
        }
    }

    @Test
    void stochasticRulesAllocateNoMore() {
        Points x = Points.zeros(Workers.CHUNK, 2);
        TimeGrid grid = TimeGrid.uniform(PULL.schedule(), 0.9, 0.1, 8);
        List<Step> steps = List.of(
                new Ddpm(new Variance.Upper()),
                new SdeDpmSolverPlusPlus2M(new WarmUp.LowerOrder()),
                new Seeds2(),
                new SaSolver(3, 4, 0.7),
                new LangevinFlow(0.5),
                new Restart(new Ddim(), 0.45, 0.6, 1, 2),
                new PredictorCorrector(new Ddim(), 2, 0.16));
        for (Step step : steps) {
            Memory memory = Memory.of(step.memory());
            for (int i = 0; i < 4; i++) {
                step.move(PULL, grid, i).apply(x, memory, Noise.of(STREAMS.stream("step", 3, i)));
            }
            Move move = step.move(PULL, grid, 4);
            Allocation.assertBelow(
                    1500, 200, step.toString(), () -> move.apply(x, memory, Noise.of(STREAMS.stream("step", 3, 4))));
        }
    }

    @Test
    void churnAllocatesNoMore() {
        Points x = Points.zeros(Workers.CHUNK, 2);
        TimeGrid grid = TimeGrid.uniform(PULL.schedule(), 0.5, 0.1, 4);
        Move move = new Churn(new Heun(), 40, 0, 1, 1, Clock.TIME).move(PULL, grid, 1);
        Memory none = Memory.of(0);
        Allocation.assertBelow(1000, 200, "churn", () -> move.apply(x, none, Noise.of(STREAMS.stream("step", 3, 7))));
    }

    /// 16 steps of 5 chunks, on this thread: less than 1 000 bytes for each chunk and step, beyond the two
    /// copies of the points that a run begins and ends with.
    @Test
    void aSpanAllocatesLessThanAThousandBytesForEachChunkAndStep() {
        Points start = Points.zeros(5 * Workers.CHUNK, 2);
        Sampler sampler = new Sampler(new EulerMaruyama(), TimeGrid.uniform(PULL.schedule(), 1, 0.2, 16));
        double copies = 2.0 * Double.BYTES * start.data().length;
        Allocation.assertBelow(copies + 16 * 5 * 1000, 20, "a run", () -> sampler.run(PULL, start, STREAMS));
    }
}
