package org.sandglass.arrayops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScratchTest {
    @Test
    void whatIsGivenBackIsTakenAgain() {
        double[] room = Scratch.take(1000);
        assertThat(room.length).isGreaterThanOrEqualTo(1000);
        Scratch.give(room);
        assertThat(Scratch.take(900)).isSameAs(room);
        double[] exact = Scratch.takeExactly(777);
        assertThat(exact).hasSize(777);
        Scratch.give(exact);
        assertThat(Scratch.takeExactly(777)).isSameAs(exact);
        long[] words = Scratch.takeWords(50);
        Scratch.giveWords(words);
        assertThat(Scratch.takeWords(40)).isSameAs(words);
    }

    @Test
    void nothingIsHandedOutTwice() {
        Scratch.give(Scratch.take(500));
        assertThat(Scratch.take(500)).isNotSameAs(Scratch.take(500));
        assertThat(Scratch.takeExactly(500)).isNotSameAs(Scratch.takeExactly(500));
        assertThat(Scratch.takeWords(500)).isNotSameAs(Scratch.takeWords(500));
    }

    /// Lengths that are not asked for any more make room for others.
    @Test
    void whatWasGivenLastIsKept() {
        for (int length = 3000; length < 3100; length++) {
            double[] room = Scratch.takeExactly(length);
            Scratch.give(room);
            assertThat(Scratch.takeExactly(length)).isSameAs(room);
            Scratch.give(room);
        }
    }
}
