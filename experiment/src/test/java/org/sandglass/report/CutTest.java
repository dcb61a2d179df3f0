package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What moves is cut out with whole elements.
class CutTest {
    @Test
    void onlyTheLinesThatDifferMove() {
        List<String> first = List.of("<svg>", "<path a/>", "<path b/>", "</svg>");
        List<String> second = List.of("<svg>", "<path c/>", "<path b/>", "</svg>");
        assertThat(Cut.of(List.of(first, second)).moving(second)).isEqualTo("<path c/>");
    }

    @Test
    void aGroupThatBeginsBeforeIsTakenWhole() {
        List<String> first = List.of("<svg>", "<g>", "<path a/>", "</g>", "<g>", "<path b/>", "</g>", "</svg>");
        List<String> second = List.of("<svg>", "<g>", "<path c/>", "</g>", "<g>", "<path d/>", "</g>", "</svg>");
        Cut cut = Cut.of(List.of(first, second));
        assertThat(cut.moving(second).lines()).containsExactly("<g>", "<path c/>", "</g>", "<g>", "<path d/>", "</g>");
        assertThat(cut.before(second)).isEqualTo("<svg>");
        assertThat(cut.after(second)).isEqualTo("</svg>");
    }

    @Test
    void framesMayHaveDifferentNumbersOfLines() {
        List<String> first = List.of("<svg>", "<path a/>", "</svg>");
        List<String> second = List.of("<svg>", "<path a/>", "<path b/>", "<text>t</text>", "</svg>");
        Cut cut = Cut.of(List.of(first, second));
        assertThat(cut.moving(first)).isEmpty();
        assertThat(cut.moving(second).lines()).containsExactly("<path b/>", "<text>t</text>");
    }
}
