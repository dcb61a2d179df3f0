package org.sandglass.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuredOrderTest {
    /// `8/n²` beside a floor of 0.01 ± 0.001: clearly above it to 10 steps, not from 20 on.
    private static Row row(int steps) {
        SequencedMap<String, ErrorValue> errors = new LinkedHashMap<>();
        errors.put("sliced-w2", new ErrorValue(8.0 / steps / steps, 1e-4, 0.01, 0.001));
        Verdict verdict = new Verdict(2 * steps, 0.1, errors, Optional.empty());
        return new Row("nine", "flow", "heun", "uniform", steps, steps, "drawn", verdict);
    }

    private static MeasuredOrder order(int... steps) {
        return MeasuredOrder.of(
                "sliced-w2",
                IntStream.of(steps).mapToObj(MeasuredOrderTest::row).toList(),
                1);
    }

    @Test
    void isFittedWhereTheErrorIsClearlyAboveItsFloorAndSaysWhere() {
        assertThat(order(5, 10, 20, 40)).isInstanceOfSatisfying(MeasuredOrder.Slope.class, slope -> {
            assertThat(slope.order()).isCloseTo(2, within(1e-12));
            assertThat(List.of(slope.points(), slope.from(), slope.to())).isEqualTo(List.of(2, 5, 10));
        });
    }

    @Test
    void ofOnePointAboveTheFloorIsAtTheFloor() {
        assertThat(order(10, 20, 40)).isEqualTo(new MeasuredOrder.AtFloor("sliced-w2"));
    }
}
