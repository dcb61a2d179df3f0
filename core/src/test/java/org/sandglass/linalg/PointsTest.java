package org.sandglass.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PointsTest {
    @Test
    void ofCopiesAndWrapTakesOver() {
        double[] row = {1, 2};
        Points copied = Points.of(row);
        Points wrapped = Points.wrap(row, 1, 2);
        row[0] = 5;
        assertThat(copied.get(0, 0)).isEqualTo(1);
        assertThat(wrapped.get(0, 0)).isEqualTo(5);
    }

    @Test
    void rowsComeBackAsTheyWereGiven() {
        double[][] rows = {{1, 2, 3}, {4, 5, 6}};
        assertThat(Points.of(rows).toRows()).isDeepEqualTo(rows);
        assertThat(Points.of(rows).slice(1, 2)).isEqualTo(Points.of(rows[1]));
        assertThat(Points.of(rows).row(1)).containsExactly(4, 5, 6);
    }

    @Test
    void refusesRaggedRowsAndNamesTheRow() {
        assertThatThrownBy(() -> Points.of(new double[] {1, 2}, new double[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 has 1 coordinates, row 0 has 2");
    }

    @Test
    void refusesAnArrayOfTheWrongLength() {
        assertThatThrownBy(() -> Points.wrap(new double[5], 2, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Points of 2 x 3 need 6 numbers, got 5");
    }

    @Test
    void findsTheFirstRowThatIsNotFinite() {
        assertThat(Points.of(new double[] {1, 2}).firstNonFiniteRow()).isEqualTo(-1);
        assertThat(Points.of(new double[] {1, 2}, new double[] {3, Double.NaN}).firstNonFiniteRow())
                .isEqualTo(1);
    }
}
