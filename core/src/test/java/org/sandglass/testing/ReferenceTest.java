package org.sandglass.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

/// The reader of the reference files.
class ReferenceTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "torchgmm_schedules.json",
                "torchgmm_cases.json",
                "diffuse_cases.json",
                "boltzkit_cases.json",
                "boltzkit_gmm40.json",
                "fab_gmm40.json"
            })
    void everyFileIsThereAndNotEmpty(String file) {
        assertThat(Reference.read(file).size()).isPositive();
    }

    @Test
    void readsNumbersWithTheirLastBit() {
        var beta = Reference.read("torchgmm_schedules.json").get("schedules").get(0);
        assertThat(beta.doubles("alpha")).hasSize(12).startsWith(1.0, 0.9999450265110976);
        assertThat(beta.get("params").number("beta_max")).isEqualTo(20.0);
    }

    @Test
    void readsInfinityFromItsName() {
        assertThat(new Reference("here", StringNode.valueOf("-Infinity")).number())
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aMissingKeyFailsWithItsPath() {
        assertThatThrownBy(() -> Reference.read("fab_gmm40.json").get("nothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing at fab_gmm40.json.nothing");
    }
}
