package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sandglass.linalg.Points;

/// The registry: names, sources, and what all targets have in common.
class TargetsTest {
    static Stream<Target> all() {
        return Targets.all().stream();
    }

    @Test
    void namesAreInKebabCaseAndDiffer() {
        assertThat(Targets.names()).allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(new HashSet<>(Targets.names())).hasSameSizeAs(Targets.names());
    }

    @Test
    void everyGroupNamesItsTargetsInOrder() {
        for (TargetGroup group : TargetGroup.values()) {
            assertThat(group.targets()).extracting(Target::name).isEqualTo(group.names());
        }
    }

    @Test
    void aNameThatSeveralTargetsShareNamesItsVariants() {
        assertThat(Targets.variants("gmm40"))
                .containsExactlyInAnyOrder(
                        "gmm40-fab",
                        "gmm40-fab-4dp",
                        "gmm40-fab-4dp-gfn",
                        "gmm40-jax-legacy",
                        "gmm40-jax",
                        "gmm40-fab-jax-legacy",
                        "gmm40-fab-jax",
                        "gmm40-boltzkit",
                        "gmm40-sde-sampler");
        assertThat(Targets.variants("nine")).isEmpty();
    }

    @Test
    void whatIsNoMixtureIsKnownWithItsReason() {
        assertThat(Targets.findOther("student-t-mixture")).isPresent();
        assertThat(Targets.findOther("dds-toy-rings")).isPresent();
        assertThat(Targets.names())
                .doesNotContainAnyElementsOf(
                        Targets.others().stream().map(OtherTarget::name).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTargetHasADensityAndASourceOfOneLine(Target target) {
        assertThat(target.mixture().logDensity(target.means())).doesNotContain(Double.NaN);
        assertThat(target.source()).startsWith(target.publication().reference()).doesNotContain("\n", "  ");
        assertThat(target.title()).isNotBlank().doesNotEndWith(".");
    }

    /// What is computed in 32 bits by its authors has 32 bits here.
    @ParameterizedTest
    @MethodSource("all")
    void float32OriginsAreFloat32Numbers(Target target) {
        if (target.precision() == Precision.FLOAT32) {
            List<Double> widths = switch (target.spread()) {
                case Spread.Std(double std) -> List.of(std);
                case Spread.Stds(List<Double> stds) -> stds;
                case Spread.Diagonals(List<Double> stds) -> stds;
                case Spread.Covariances(List<Double> entries) -> entries;
            };
            assertThat(Arrays.stream(target.means().data()).filter(mean -> mean != (float) mean))
                    .isEmpty();
            assertThat(widths).allMatch(width -> width.doubleValue() == width.floatValue());
        }
    }

    /// The published density is `Z p`: ln Z is 0 but for two, which say so.
    @Test
    void twoTargetsWerePublishedUnnormalised() {
        assertThat(Targets.all().stream().filter(target -> target.logNormaliser() != 0))
                .extracting(Target::name)
                .containsExactly("dds-mixture-well", "zod-mc-1d");
        assertThat(Targets.find("zod-mc-1d").orElseThrow().logNormaliser())
                .isCloseTo(-0.01005033585350145, within(2e-18));
    }

    @Test
    void meansThatAreGivenAwayAreCopies() {
        Target nine = Targets.find("nine").orElseThrow();
        Points means = nine.means();
        means.data()[0] = 77;
        assertThat(nine.means().get(0, 0)).isEqualTo(-5);
    }

    @Test
    void symmetric11LiesOnACircleOfRadiusTen() {
        Points means = Targets.find("symmetric-11").orElseThrow().means();
        for (int k = 0; k < 11; k++) {
            assertThat(Math.hypot(means.get(k, 0), means.get(k, 1))).isCloseTo(10, within(4e-15));
        }
        assertThat(means.row(0)).containsExactly(10, 0);
    }
}
