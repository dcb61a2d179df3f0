package org.sandglass.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sandglass.denoiser.Denoiser;
import org.sandglass.denoiser.DenoiserAt;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStream;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Move;
import org.sandglass.sampler.Noise;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;

/// Takes each step that a sampler took once more by a rule, from the same state and with the same answers.
///
/// So no formula of a rule stands here. The points of a replay are one long column: the responses, the
/// noise, and rows that start from 0 and receive one batch of normal numbers each.
final class Replay implements Denoiser {
    private static final int BATCHES = 8;

    private final Walked walked;
    private final double[] column;
    private int call;
    private boolean asksOtherwise;

    private Replay(Walked walked) {
        this.walked = walked;
        this.column = new double[responses() + walked.noiseBefore(0).length + BATCHES];
    }

    /// How a rule does in every step.
    static List<Fit> of(Step rule, Walked walked) {
        double[] times = walked.times().stream().mapToDouble(t -> t).toArray();
        Replay replay = new Replay(walked);
        Memory memory = Memory.of(rule.memory());
        List<Fit> fits = new ArrayList<>();
        try {
            TimeGrid grid = TimeGrid.of(walked.trace().schedule(), times);
            for (int i = 0; i < walked.steps(); i++) {
                fits.add(replay.fit(rule, grid, i, memory));
            }
        } catch (IllegalArgumentException _) { // the times are none that a rule could go through
            return java.util.Collections.nCopies(walked.steps(), Fit.NONE);
        }
        return fits;
    }

    private Fit fit(Step rule, TimeGrid grid, int i, Memory memory) {
        Arrays.fill(column, 0);
        System.arraycopy(walked.before(i), 0, column, 0, responses());
        double[] noise = walked.noiseBefore(i);
        System.arraycopy(noise, 0, column, responses(), noise.length);
        call = walked.first(i);
        asksOtherwise = false;
        try {
            Move move = rule.move(this, grid, i);
            move.apply(Points.wrap(column, column.length, 1), memory, new Batches());
        } catch (NumericalException | IllegalArgumentException _) { // no rule that could have been taken here
            return Fit.NONE;
        }
        return asksOtherwise || call != walked.last(i) ? Fit.NONE : compare(i);
    }

    private Fit compare(int i) {
        double[] before = walked.before(i);
        double[] after = walked.after(i);
        double worst = 0;
        double scale = 0;
        for (int r = 0; r < after.length; r++) {
            worst = Math.max(worst, Math.abs(column[r] - after[r]));
            scale = Math.max(scale, Math.max(Math.abs(before[r]), Math.abs(after[r])));
        }
        double[] left = walked.noiseAfter(i).clone();
        for (int r = 0; r < left.length; r++) {
            left[r] -= column[responses() + r];
        }
        double square = 0;
        for (int b = 0; b < BATCHES; b++) {
            double of = column[column.length - BATCHES + b];
            square += of * of;
        }
        return new Fit(Double.isNaN(worst) ? Double.POSITIVE_INFINITY : worst / scale, left, Math.sqrt(square));
    }

    private int responses() {
        return walked.trace().calls() + 1;
    }

    @Override
    public int d() {
        return 1;
    }

    @Override
    public NoiseSchedule schedule() {
        return walked.trace().schedule();
    }

    @Override
    public DenoiserAt at(double t) {
        MovingGaussian gaussian = MovingGaussian.at(schedule(), t);
        return (what, xt, out) -> {
            double[] means = new double[xt.n()];
            if (call >= walked.last(walked.steps() - 1)
                    || !near(t, walked.trace().times().get(call))) {
                asksOtherwise = true;
            } else {
                means[call + 1] = walked.trace().mean(call, call + 1);
            }
            call++;
            gaussian.predict(what, xt, means, out);
        };
    }

    private boolean near(double t, double asked) {
        return Math.abs(t - asked) <= 1e-6 * schedule().end();
    }

    /// Normal numbers of which batch `b` is 1 in row `b` from the end of the responses and the noise, and 0
    /// elsewhere.
    private static final class Batches implements Noise {
        private int batch;

        @Override
        public void fillNormals(double[] out) {
            Arrays.fill(out, 0);
            out[out.length - BATCHES + batch % BATCHES] = 1;
            batch++;
        }

        @Override
        public RandomStream stream() {
            throw new UnsupportedOperationException("a replay has no random numbers");
        }
    }
}
