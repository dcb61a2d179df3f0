package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sandglass.figure.ErrorFigure;
import org.sandglass.figure.Sheet;
import org.sandglass.report.Block.Cell;
import org.sandglass.report.ReportPage.Section;
import org.w3c.dom.Element;

/// Pages are well-formed, need nothing else, and say what they are made of.
class ReportPageTest {
    private static final Citation DDIM = Work.DDIM.citation();

    private static ErrorFigure figure(String title, double width) {
        var series = new ErrorFigure.Series(
                "heun",
                List.of(ErrorFigure.Point.exact(10, 0.1), ErrorFigure.Point.exact(20, 0.02)),
                new ErrorFigure.Order.None());
        return new ErrorFigure(
                new Sheet(title, "Exact draws < samplers & floors.", width),
                "W2",
                List.of(new ErrorFigure.Panel("p", List.of(series), new ErrorFigure.Floor.At(0.01, 0.001))));
    }

    private static ReportPage page(Block... blocks) {
        return new ReportPage("A <title> & \"more\"", "Lead", List.of(new Section("One", List.of(blocks))));
    }

    private static ReportPage everything() {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        facts.put("step", "$x_{i} = α^{2} < 1$ by `a & b`");
        return page(
                new Block.Prose("A paragraph with `code` and $f_{k}$."),
                new Block.Listing("sandglass run 'a<b>.yaml'"),
                new Block.Facts(facts),
                new Block.Table(
                        "Caption",
                        List.of("name", "value"),
                        List.of(List.of(Cell.of("a"), new Cell("1", "floor 1 ✓", Cell.Mark.GOOD)))),
                new Block.Drawing(figure("Error", 360), "figures/error.svg"),
                new Block.Beside(List.of(new Block.Drawing(figure("Two", 720), ""))),
                new Block.Moving(
                        new Motion(
                                "way",
                                List.of(
                                        new Motion.Frame("t = 1", figure("Way", 360), figure("Way", 360)),
                                        new Motion.Frame("t = 0", figure("Way", 360), figure("Way", 360)))),
                        ""),
                new Block.Folded("More", List.of(new Block.Prose("Hidden."))),
                new Block.References(List.of(DDIM)));
    }

    @Test
    void everyBlockIsWellFormedAndNeedsNoNetwork() {
        Html html = Html.of(everything().html());
        html.needsNoNetwork();
        assertThat(html.all("svg")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(html.all("details")).hasSize(1);
        assertThat(html.all("a")).extracting(a -> a.getAttribute("href")).contains(DDIM.link(), "figures/error.svg");
    }

    @Test
    void textOfPeopleIsNeverMarkup() {
        Html html = Html.of(
                page(new Block.Listing("<script>alert(1)</script>\u0000")).html());
        assertThat(html.all("h1").getFirst().getTextContent()).isEqualTo("A <title> & \"more\"");
        assertThat(html.all("script")).isEmpty();
        assertThat(html.all("pre").getFirst().getTextContent()).isEqualTo("<script>alert(1)</script>?");
    }

    @Test
    void thePageForbidsItselfTheNetworkAndScriptsWhereItHasNone() {
        String still = page(new Block.Prose("x")).html();
        assertThat(still).contains("default-src 'none'").doesNotContain("script-src", "<script");
        assertThat(everything().html()).contains("script-src 'unsafe-inline'");
    }

    @Test
    void readersWhoDoNotSeeFindTheirWay() {
        Html html = Html.of(everything().html());
        assertThat(html.document().getDocumentElement().getAttribute("lang")).isEqualTo("en");
        assertThat(html.all("h1")).hasSize(1);
        assertThat(html.all("th")).allMatch(th -> !th.getAttribute("scope").isEmpty());
        List<Element> drawings = html.all("svg").stream()
                .filter(svg -> svg.getAttribute("role").equals("img"))
                .toList();
        assertThat(drawings)
                .isNotEmpty()
                .allMatch(svg -> svg.getElementsByTagName("title").getLength() == 1);
        assertThat(html.all("input"))
                .allMatch(input -> !input.getAttribute("aria-label").isEmpty());
    }

    @Test
    void coloursOfFiguresFollowTheScheme() {
        String html = page(new Block.Drawing(figure("Error", 360), "")).html();
        String figure = html.substring(html.indexOf("<figure"), html.indexOf("</figure>"));
        assertThat(figure).contains("var(--c0)").doesNotContainPattern("#[0-9a-f]{6}");
        assertThat(html).contains("--c0:#ffffff", "--c0:#14161a", "prefers-color-scheme:dark");
    }

    @Test
    void whatMovesIsTheSmallestPartThatDiffers() {
        Html html = Html.of(everything().html());
        Element motion = html.all("figure").stream()
                .filter(figure -> figure.getAttribute("class").equals("motion"))
                .findFirst()
                .orElseThrow();
        assertThat(motion.getElementsByTagName("title").getLength()).isEqualTo(1);
        assertThat(html.text()).contains("{\"labels\":[\"t = 1\",\"t = 0\"],\"frames\":[\"\",\n\"\"]}");
    }

    @Test
    void theSamePageIsTheSameBytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("page.html");
        everything().write(file);
        assertThat(file).hasContent(everything().html());
    }

    @Test
    void aTableRefusesRowsOfAnotherLength() {
        assertThatThrownBy(() -> new Block.Table("", List.of("a", "b"), List.of(List.of(Cell.of("1")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Table needs 2 cells in each row, got 1");
    }
}
