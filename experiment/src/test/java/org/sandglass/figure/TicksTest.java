package org.sandglass.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sandglass.figure.Lettering.Weight;
import org.sandglass.figure.Ticks.Direction;
import org.sandglass.figure.Ticks.Tick;

class TicksTest {
    @Test
    void linearTicksAreRoundAndHaveAsManyDigitsAsTheyNeed() {
        assertThat(labels(new Scale.Linear(-1.3, 2.2), 200)).containsExactly("−1", "0", "1", "2");
        assertThat(labels(new Scale.Linear(0, 0.1), 200))
                .containsExactly("0.00", "0.02", "0.04", "0.06", "0.08", "0.10");
        assertThat(labels(new Scale.Linear(980, 1020), 150)).containsExactly("980", "990", "1000", "1010", "1020");
    }

    @Test
    void greatAndSmallNumbersShareAPowerOfTen() {
        Ticks great = Ticks.of(new Scale.Linear(0, 4e6), 200, Direction.ACROSS);
        assertThat(great.factor()).isEqualTo(" (×10^{6})");
        assertThat(great.major().getLast()).isEqualTo(new Tick(4e6, "4"));
        assertThat(Ticks.of(new Scale.Linear(0, 4e-7), 200, Direction.ACROSS).factor())
                .isEqualTo(" (×10^{−7})");
    }

    @Test
    void countsHaveNoTicksBetween() {
        assertThat(labels(new Scale.Count(0.4, 2.6), 300)).containsExactly("1", "2");
        assertThat(labels(new Scale.Count(0.4, 9.6), 300)).hasSize(9);
        assertThat(labels(new Scale.Count(0.4, 40.6), 300)).containsExactly("10", "20", "30", "40");
    }

    /// At 177 px there is room for five labels, and steps of 5 leave 0 alone.
    @Test
    void aFinerStepIsTakenWhereACoarseOneLeavesOneTick() {
        Ticks ticks = Ticks.of(new Scale.Linear(-4.4, 4.6), 177, Ticks.Direction.ACROSS);
        assertThat(ticks.major()).extracting(Ticks.Tick::value).containsExactly(-4.0, -2.0, 0.0, 2.0, 4.0);
    }

    @Test
    void logTicksAreDecadesOrOneTwoFive() {
        assertThat(labels(new Scale.Log(4, 250), 200)).containsExactly("5", "10", "20", "50", "100", "200");
        assertThat(labels(new Scale.Log(1e-6, 1), 200)).contains("10^{−6}", "10^{0}");
        List<Double> minor =
                Ticks.of(new Scale.Log(1e-6, 1), 200, Direction.ACROSS).minor();
        assertThat(minor).contains(2e-6, 9e-1).doesNotContain(1e-3);
    }

    @Test
    void manyDecadesAreThinnedOut() {
        List<String> labels = labels(new Scale.Log(1e-200, 1e100), 200);
        assertThat(labels).hasSizeBetween(2, 8).contains("10^{0}");
    }

    /// 2000 scales by a fixed seed: labels never touch, ticks lie within the scale, and there is at least one.
    @Test
    void labelsNeverTouch() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            double size = Math.pow(10, 12 * random.nextDouble() - 6);
            double low = size * (random.nextDouble() - 0.5);
            double high = low + size * Math.pow(10, -3 * random.nextDouble());
            Scale scale = i % 2 == 0
                    ? new Scale.Linear(low, high)
                    : new Scale.Log(size, size * Math.pow(10, 0.6 + 20 * random.nextDouble() * random.nextDouble()));
            double length = 70 + 400 * random.nextDouble();
            for (Direction direction : Direction.values()) {
                Ticks ticks = Ticks.of(scale, length, direction);
                assertThat(ticks.fit(scale, length, direction) || ticks.major().size() <= 2)
                        .as("%s over %s px: %s", scale, length, ticks)
                        .isTrue();
                assertThat(ticks.major()).as("%s over %s px", scale, length).isNotEmpty();
                assertThat(ticks.major())
                        .allSatisfy(
                                tick -> assertThat(scale.share(tick.value())).isBetween(-1e-6, 1 + 1e-6));
            }
        }
    }

    @Test
    void anExtentWithoutNumbersOrWithOneIsAScaleToo() {
        assertThat(new Extent().linear(0.1)).isEqualTo(new Scale.Linear(0, 1));
        assertThat(new Extent().add(Double.NaN).add(1e301).linear(0.1)).isEqualTo(new Scale.Linear(0, 1));
        assertThat(new Extent().add(4).linear(0.1)).isEqualTo(new Scale.Linear(2, 6));
        assertThat(new Extent().add(0).linear(0.1)).isEqualTo(new Scale.Linear(-1, 1));
        assertThat(new Extent().addPositive(0).log(0)).isEqualTo(new Scale.Log(0.1, 10));
        assertThat(new Extent().addPositive(4).log(0)).isEqualTo(new Scale.Log(2, 8));
        assertThat(new Extent()
                        .addPositive(1e-300)
                        .addPositive(1e200)
                        .addPositive(1e-200)
                        .log(0.1))
                .as("1e-300 leaves no trace")
                .isInstanceOf(Scale.Log.class)
                .satisfies(scale -> assertThat(Math.log10(scale.high())).isCloseTo(240, within(1e-9)));
    }

    @Test
    void widthsAreThoseOfLiberationSans() {
        assertThat(TextWidths.width("W", 1000, Weight.REGULAR)).isEqualTo(944);
        assertThat(TextWidths.width("i", 1000, Weight.BOLD)).isEqualTo(278);
        assertThat(TextWidths.width("−1.5", 10, Weight.REGULAR)).isCloseTo(5.84 + 5.56 + 2.78 + 5.56, within(1e-9));
        assertThat(TextWidths.width("σ", 1000, Weight.REGULAR)).isEqualTo(617);
        assertThat(TextWidths.width("汉", 1000, Weight.REGULAR)).isEqualTo(667);
    }

    @Test
    void raisedAndLoweredPartsAreSmaller() {
        assertThat(RichText.of("10^{−3} x_{0}").runs())
                .containsExactly(
                        new RichText.Run("10", RichText.Level.BASE),
                        new RichText.Run("−3", RichText.Level.RAISED),
                        new RichText.Run(" x", RichText.Level.BASE),
                        new RichText.Run("0", RichText.Level.LOWERED));
        assertThat(RichText.of("a^{b").runs()).containsExactly(new RichText.Run("a^{b", RichText.Level.BASE));
        assertThat(RichText.plain("10^{3} x_{0}")).isEqualTo("10^3 x0");
    }

    @Test
    void coloursGoFromOneEndToTheOther() {
        assertThat(ColourMap.VIRIDIS.at(0)).isEqualTo("#440154");
        assertThat(ColourMap.VIRIDIS.at(1)).isEqualTo("#fde725");
        assertThat(new ColourMap(List.of("#ffffff", "#000000")).at(0.5)).isEqualTo("#808080");
    }

    private static List<String> labels(Scale scale, double length) {
        return Ticks.of(scale, length, Direction.ACROSS).major().stream()
                .map(Tick::label)
                .toList();
    }
}
