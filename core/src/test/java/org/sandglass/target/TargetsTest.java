package org.sandglass.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.sandglass.linalg.Points;
import org.sandglass.testing.Sha256;

/// Targets have the published numbers.
class TargetsTest {
    /// SHA-256 of the 80 float32 means of lollcat/fab-torch b1586a9 under torch 2.13.0 after
    /// `torch.manual_seed(0)`, little-endian.
    @Test
    void gmm40FabIsThatOfFabBitForBit() {
        Target fab = Targets.find("gmm40-fab").orElseThrow();
        double[] means = fab.means().data();
        for (double mean : means) {
            assertThat((double) (float) mean).isEqualTo(mean);
        }
        assertThat(Sha256.ofFloats(means))
                .isEqualTo("c6989b632049c75dd8cff5a613856f20b1b351f8cc30f6b8b629da5544f689de");
        assertThat(fab.std()).isEqualTo(0x1.5031eap+0);
    }

    /// Energies of the published class of gfn-diffusion 255b499 in float32.
    @Test
    void nineAndTwentyFiveHaveThePublishedEnergies() {
        Points x = Points.of(new double[] {0, 0}, new double[] {-5, 2.5}, new double[] {1, -1}, new double[] {7, 8});
        double[] nine = Targets.find("nine").orElseThrow().mixture().energy(x);
        double[] more = Targets.find("twenty-five").orElseThrow().mixture().energy(x);
        double[] ofNine = {2.831127643585205, 12.55466079711914, 6.164464950561523, 24.497821807861328};
        double[] ofMore = {3.852780342102051, 13.576299667358398, 7.186113357543945, 17.185630798339844};
        for (int i = 0; i < 4; i++) {
            assertThat(nine[i]).isCloseTo(ofNine[i], within(3e-7 * ofNine[i]));
            assertThat(more[i]).isCloseTo(ofMore[i], within(3e-6 * ofMore[i]));
        }
    }

    @Test
    void symmetric11LiesOnACircleOfRadiusTen() {
        Points means = Targets.find("symmetric-11").orElseThrow().means();
        for (int k = 0; k < 11; k++) {
            assertThat(Math.hypot(means.get(k, 0), means.get(k, 1))).isCloseTo(10, within(4e-15));
        }
        assertThat(means.row(0)).containsExactly(10, 0);
    }

    @Test
    void aNameThatSeveralTargetsShareNamesItsVariants() {
        assertThat(Targets.variants("gmm40")).containsExactly("gmm40-fab");
        assertThat(Targets.variants("nine")).isEmpty();
    }
}
