package org.sandglass.testing;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Memory;
import org.sandglass.sampler.Noise;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.solver.Euler;
import org.sandglass.solver.Heun;

/// The harness measures what is known: the flow has no error, Euler has order 1, Heun order 2.
class OrdersTest {
    /// Two ways to the exact flow: fine steps, and on the line the quantile map.
    @Test
    void theExactFlowIsTheQuantileMap() {
        for (Orders.Problem problem :
                Orders.all().stream().filter(p -> p.start().d() == 1).toList()) {
            Points end = problem.start().copy();
            TimeGrid grid = problem.grids().apply(1);
            new ExactFlow()
                    .between(problem.denoiser(), grid.from(), grid.to())
                    .apply(end, Memory.of(0), Noise.of(RandomStreams.of(1).stream("none")));
            Near.near(problem.name(), end.data(), problem.exact().data(), 2e-13);
        }
    }

    @TestFactory
    Stream<DynamicTest> eulerHasOrderOneAndHeunOrderTwo() {
        return Orders.all().stream()
                .flatMap(problem -> Stream.of(
                        DynamicTest.dynamicTest(
                                "Euler, " + problem, () -> Orders.assertOrder(new Euler(), 1, problem, 4096)),
                        DynamicTest.dynamicTest(
                                "Heun, " + problem, () -> Orders.assertOrder(new Heun(), 2, problem, 2048))));
    }
}
