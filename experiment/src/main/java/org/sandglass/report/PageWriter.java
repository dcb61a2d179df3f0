package org.sandglass.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.sandglass.format.XmlText;

/// Writes one page as HTML that is also well-formed XML.
///
/// The page forbids itself the network: its policy allows its own style and script and nothing else.
final class PageWriter {
    private final Palette palette;
    private final StringBuilder out = new StringBuilder();
    private final Players players;

    PageWriter(Drawings drawings) {
        this.palette = new Palette(drawings);
        this.players = new Players(palette);
    }

    String page(ReportPage page) {
        line("<main>");
        line("<h1>" + XmlText.escaped(page.title()) + "</h1>");
        if (!page.lead().isEmpty()) {
            line("<p class=\"lead\">" + XmlText.escaped(page.lead()) + "</p>");
        }
        page.sections().forEach(this::section);
        line("</main>");
        return head(page.title()) + "<body>\n" + out + script() + "</body>\n</html>\n";
    }

    private String head(String title) {
        String scripts = players.isEmpty() ? "" : "; script-src 'unsafe-inline'";
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
                img-src data:%s" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="generator" content="Sandglass" />
                <title>%s</title>
                <style>
                %s%s</style>
                </head>
                """.formatted(scripts, XmlText.escaped(title), resource("page.css"), palette.css());
    }

    private String script() {
        return players.isEmpty() ? "" : "<script>\n" + resource("player.js") + "</script>\n";
    }

    private void section(ReportPage.Section section) {
        line("<section id=\"" + anchor(section.title()) + "\">");
        line("<h2>" + XmlText.escaped(section.title()) + "</h2>");
        section.blocks().forEach(this::block);
        line("</section>");
    }

    private void block(Block block) {
        switch (block) {
            case Block.Prose(String text) -> line("<p>" + Markup.marked(text) + "</p>");
            case Block.Heading(String text, String file) -> line("<h3>" + linked(text, file) + "</h3>");
            case Block.Contents(List<String> titles) ->
                line("<p class=\"contents\">"
                        + titles.stream()
                                .map(title -> linked(title, "#" + anchor(title)))
                                .collect(Collectors.joining(" · "))
                        + "</p>");
            case Block.Source(String text, String link) -> line("<p class=\"source\">" + linked(text, link) + "</p>");
            case Block.Listing(String text) -> line("<pre>" + XmlText.escaped(text) + "</pre>");
            case Block.Facts facts -> facts(facts);
            case Block.Table table -> out.append(TableHtml.of(table));
            case Block.Drawing drawing -> drawing(drawing);
            case Block.Beside(List<Block> blocks) -> beside(blocks);
            case Block.Moving moving -> line(players.element(moving));
            case Block.Folded(String summary, List<Block> blocks) -> {
                line("<details>");
                line("<summary>" + XmlText.escaped(summary) + "</summary>");
                blocks.forEach(this::block);
                line("</details>");
            }
            case Block.References(List<Citation> citations) -> references(citations);
        }
    }

    /// The name of a section in addresses.
    private static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    private static String linked(String text, String target) {
        String escaped = XmlText.escaped(text);
        return target.isEmpty() ? escaped : "<a href=\"" + XmlText.escaped(target) + "\">" + escaped + "</a>";
    }

    private void beside(List<Block> blocks) {
        boolean tables = blocks.stream().allMatch(Block.Table.class::isInstance);
        line("<div class=\"" + (tables ? "tables" : "beside") + "\">");
        blocks.forEach(this::block);
        line("</div>");
    }

    private void facts(Block.Facts facts) {
        line("<dl>");
        facts.entries()
                .forEach((name, text) ->
                        line("<dt>" + XmlText.escaped(name) + "</dt><dd>" + Markup.marked(text) + "</dd>"));
        line("</dl>");
    }

    private void drawing(Block.Drawing drawing) {
        double width = drawing.figure().sheet().width();
        line(width > 400 ? "<figure class=\"wide\" style=\"--own:" + width + "px\" tabindex=\"0\">" : "<figure>");
        line(palette.inline(drawing.figure()));
        line(fileLink(drawing.file()) + "</figure>");
    }

    /// Names the file that shows the same, without its folders.
    static String fileLink(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return file.isEmpty() ? "" : "<figcaption>" + linked(name, file) + "</figcaption>";
    }

    private void references(List<Citation> citations) {
        line("<ol class=\"references\">");
        for (Citation citation : citations) {
            String text = citation.authors() + " (" + citation.year() + "). " + citation.title() + ". "
                    + citation.where() + ".";
            String link = citation.link();
            String arxiv = link.isEmpty() ? "" : " <a href=\"" + link + "\">arXiv:" + citation.arxiv() + "</a>";
            line("<li>" + XmlText.escaped(text) + arxiv + "</li>");
        }
        line("</ol>");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PageWriter.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
