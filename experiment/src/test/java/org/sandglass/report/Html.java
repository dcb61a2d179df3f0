package org.sandglass.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A page, parsed.
record Html(String text, Document document) {
    /// Parses it as XML, which is stricter than HTML.
    static Html of(String text) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            return new Html(text, builder.parse(new InputSource(new StringReader(text))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> all(String element) {
        NodeList found = document.getElementsByTagName(element);
        List<Element> all = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }

    /// Nothing is fetched: addresses are links to follow, and styles and scripts stand in the page.
    void needsNoNetwork() {
        assertThat(text).doesNotContain("@import", "url(", "src=", "xlink:", "fetch(", "XMLHttpRequest");
        assertThat(all("link")).isEmpty();
        assertThat(all("img")).isEmpty();
        for (Element link : all("a")) {
            assertThat(link.getAttribute("href")).matches("https://arxiv\\.org/abs/[0-9.]+|figures/[^:]+");
        }
        assertThat(text.replaceAll("href=\"https://arxiv\\.org/abs/[0-9.]+\"", ""))
                .doesNotContain("http:", "https:");
    }
}
