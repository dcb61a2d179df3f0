package org.sandglass.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sandglass.testing.Near.near;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.linalg.Points;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.OneStep;
import org.sandglass.sampler.Step;
import org.sandglass.schedule.Edm;
import org.sandglass.schedule.LinearVp;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.testing.ChosenNoise;
import org.sandglass.testing.DiffuseModel;
import org.sandglass.testing.Orders;
import org.sandglass.testing.Processes;
import org.sandglass.testing.Reference;

/// The grids and trajectories of diffuse, run with its own clipped levels and its own rates: our rules are
/// its rules. Where its model is wrong, [DiffuseDefectsTest] has the right values.
class DiffuseIntegratorsTest {
    private static final Reference FILE = Reference.read("diffuse_integrators.json");

    static Stream<Reference> grids() {
        return FILE.get("grids").elements();
    }

    static Stream<Reference> trajectories() {
        return FILE.get("trajectories").elements();
    }

    static Stream<Reference> noisy() {
        return FILE.get("noisy_trajectories").elements();
    }

    static Stream<Reference> churn() {
        return FILE.get("churn").elements();
    }

    /// Its `DDIMTimer` lists the levels backwards, from little noise to much, and the last one twice: no
    /// grid at all.
    @ParameterizedTest
    @MethodSource
    void grids(Reference grid) {
        Reference timer = grid.get("timer");
        int n = (int) timer.number("n_steps");
        double[] t = grid.doubles("t");
        switch (timer.text("class")) {
            case "VpTimer" -> {
                LinearVp schedule = new LinearVp(0.02, 7, timer.number("tf"));
                near("t", uniform(schedule, timer, n).toArray(), t);
            }
            case "HeunTimer" -> near("t", karras(timer, n).toArray(), t);
            default -> {
                NoiseSchedule wide = new Edm(1e5);
                assertThat(t[0]).isLessThan(t[1]);
                assertThat(t[n - 1]).isEqualTo(t[n]);
                assertThatThrownBy(() -> TimeGrid.of(wide, t)).hasMessageContaining("must decrease strictly");
                assertThat(TimeGrid.iddpm(wide, n).to()).isZero();
            }
        }
    }

    private static TimeGrid uniform(NoiseSchedule schedule, Reference timer, int n) {
        return TimeGrid.uniform(schedule, timer.number("tf"), timer.number("eps"), n);
    }

    private static TimeGrid karras(Reference timer, int n) {
        double most = timer.number("sigma_max");
        return TimeGrid.karras(new Edm(most), most, timer.number("sigma_min"), n, timer.number("rho"));
    }

    @ParameterizedTest
    @MethodSource
    void trajectories(Reference run) {
        follow(run, rule(run.text("integrator")), 1e-10);
    }

    /// An idle churn of diffuse adds noise of about 1e-8, the root of a rounding; ours adds none. So
    /// churned runs agree to 1e-7, those of Euler and Maruyama to 1e-10.
    @ParameterizedTest
    @MethodSource
    void noisy(Reference run) {
        Reference params = run.get("params");
        if (!params.has("stochastic_churn_rate")) {
            follow(run, new EulerMaruyama(), 1e-10);
            return;
        }
        Churn churn = new Churn(
                rule(run.text("integrator")),
                params.number("stochastic_churn_rate"),
                params.number("churn_min"),
                params.number("churn_max"),
                params.has("noise_inflation_factor") ? params.number("noise_inflation_factor") : 1,
                Clock.TIME);
        follow(run, churn, 1e-7);
    }

    private static OneStep rule(String integrator) {
        return switch (integrator) {
            case "Euler" -> new Euler();
            case "Heun" -> new Heun();
            case "DDIM" -> new Ddim();
            case "DPMpp2s" -> new DpmSolverPlusPlus2S(DpmSolverPlusPlus2S.Midpoint.TIME);
            default -> throw new IllegalArgumentException("no rule " + integrator);
        };
    }

    /// The whole way from its start, with its noise if there is any.
    private static void follow(Reference run, Step step, double tolerance) {
        MixtureDenoiser denoiser = denoiser(run);
        TimeGrid grid = TimeGrid.of(denoiser.schedule(), run.doubles("t"));
        Points x = Points.of(run.get("x").get(0).rows());
        for (int i = 0; i < grid.steps(); i++) {
            double[] z = run.has("noise") ? run.get("noise").get(i).doubles() : new double[] {0};
            step.move(denoiser, grid, i).apply(x, Memory.of(0), ChosenNoise.of(z));
            near(run + " after step " + i, x.data(), run.get("x").get(i + 1).doubles(), tolerance);
        }
    }

    private static MixtureDenoiser denoiser(Reference run) {
        return Processes.exact(
                Orders.PLANE, DiffuseModel.named(run.text("model")).asCoded());
    }

    /// Where the churn leads, and with how much noise.
    @ParameterizedTest
    @MethodSource
    void churn(Reference state) {
        NoiseSchedule schedule = DiffuseModel.named(state.text("model")).asCoded();
        TimeGrid grid = uniform(schedule, state, (int) state.number("n_steps"));
        int i = (int) state.number("step");
        double t = state.number("t");
        near("t", grid.time(i), t);
        double inflation = state.number("noise_inflation_factor");
        Departure departure = new Departure();
        Churn churn = new Churn(
                departure,
                state.number("rate"),
                state.number("churn_min"),
                state.number("churn_max"),
                inflation,
                Clock.TIME);
        Points x = Points.of(state.doubles("position"));
        churn.move(Processes.exact(Orders.PLANE, schedule), grid, i)
                .apply(x, Memory.of(0), ChosenNoise.of(state.doubles("noise")));
        near("where it leads", departure.time(), state.number("t_churned"));
        double std = schedule.transition(grid.time(i), departure.time()).std();
        near("its variance", std * std, state.number("sigma_arg"));
        near("its std", new double[] {std}, new double[] {state.number("delta_sigma")}, 1e-7);
        near("the point", x.data(), state.doubles("position_churned"), 1e-7);
    }

    @Test
    void itsMixtureIsTheOneOfThePlane() {
        Reference mixture = FILE.get("mixture");
        near("means", Orders.PLANE.means().data(), mixture.doubles("means"));
        near("weights", Orders.PLANE.weights(), mixture.doubles("weights"));
        for (int k = 0; k < 3; k++) {
            near(
                    "covariance",
                    Orders.PLANE.covariance(k).matrix(),
                    mixture.get("covariances").get(k).doubles());
        }
    }
}
