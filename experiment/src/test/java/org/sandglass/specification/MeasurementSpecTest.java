package org.sandglass.specification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.sandglass.format.InputException;
import org.sandglass.mixture.LinearMeasurement;

class MeasurementSpecTest {
    @Test
    void aMaskIsTheRowsOfTheIdentity() {
        LinearMeasurement seen = read("{operator: {mask: [4, 0..2]}, y: [1, 2, 3, 4], noise-std: 0.1}")
                .of(5);
        assertThat(seen.m()).isEqualTo(4);
        assertThat(seen.row(0)).containsExactly(0, 0, 0, 0, 1);
        assertThat(seen.row(1)).containsExactly(1, 0, 0, 0, 0);
        assertThat(seen.row(2)).containsExactly(0, 1, 0, 0, 0);
        assertThat(seen.row(3)).containsExactly(0, 0, 1, 0, 0);
        assertThat(seen.y()).containsExactly(1, 2, 3, 4);
        assertThat(seen.noise().matrix()[0]).isEqualTo(0.1 * 0.1);
    }

    @Test
    void aMaskMayBeOneRange() {
        assertThat(read("{operator: {mask: 1..2}, y: [1, 2], noise-stds: [0.1, 0.2]}")
                        .of(3)
                        .row(1))
                .containsExactly(0, 0, 1);
    }

    @Test
    void mistakesOfAMaskAreToldWithTheirPlace() {
        refused(
                "{operator: {mask: [0, 1, 0]}, y: [1, 2, 3], noise-std: 1}",
                "--measurement: operator.mask[2] sees coordinate 0 again; each can be seen once");
        refused(
                "{operator: {mask: [0..3, 2]}, y: [1, 2, 3, 4, 5], noise-std: 1}",
                "--measurement: operator.mask[1] sees coordinate 2 again; each can be seen once");
        refused(
                "{operator: {mask: [0, 5]}, y: [1, 2], noise-std: 1}",
                "--measurement: operator.mask[1] sees coordinate 5, the mixture has coordinates 0 to 4");
        refused(
                "{operator: {mask: [0, -1]}, y: [1, 2], noise-std: 1}",
                "--measurement: operator.mask[1] must be a coordinate such as 5, or a range such as 0..31, got -1");
        refused(
                "{operator: {mask: [3..1]}, y: [1, 2], noise-std: 1}",
                "--measurement: operator.mask[0] must be a coordinate such as 5, or a range such as 0..31,"
                        + " got \"3..1\"");
        refused(
                "{operator: {mask: [true, false]}, y: [1], noise-std: 1}",
                "--measurement: operator.mask[0] must be a coordinate such as 5, or a range such as 0..31, got true");
        refused(
                "{operator: {mask: 0..999999999}, y: [1], noise-std: 1}",
                "--measurement: y must be m = 1000000000 numbers, one for each coordinate of the mask, got 1");
        refused("{operator: {mask: []}, y: [1], noise-std: 1}", "--measurement: operator.mask must not be empty");
        refused(
                "{operator: {masks: [0]}, y: [1], noise-std: 1}",
                "--measurement: operator: unknown key \"masks\"; did you mean \"mask\"?");
    }

    @Test
    void aMatrixMustHaveARowForEachNumber() {
        refused(
                "{operator: [[1, 0, 0, 0, 0]], y: [1, 2], noise-std: 1}",
                "--measurement: operator must be m x D numbers with a row for each of the 2 numbers of y, got 1 x 5");
        refused(
                "{operator: [[1, 0]], y: [1], noise-std: 1}",
                "--measurement: operator must have D = 5 columns as the mixture has dimensions, got 2");
    }

    private static void refused(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml).of(5))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    private static MeasurementSpec read(String yaml) {
        return MeasurementSpec.argument("--measurement", yaml);
    }
}
