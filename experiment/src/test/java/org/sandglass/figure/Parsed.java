package org.sandglass.figure;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// An SVG file as tests read it: elements by class, points of paths, and numbers of pixels.
///
/// @param root the element
public record Parsed(Element root) {
    static Parsed of(Figure figure) {
        return of(Svg.text(figure, Theme.LIGHT));
    }

    /// Parses it.
    ///
    /// @param svg the text
    /// @return its root
    public static Parsed of(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            return new Parsed(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("no XML: " + e.getMessage() + "\n" + svg, e);
        }
    }

    /// All elements of a class, in the order of the file.
    ///
    /// @param kind the class
    /// @return perhaps none
    public List<Parsed> all(String kind) {
        List<Parsed> found = new ArrayList<>();
        collect(root, kind, found);
        return found;
    }

    /// The only element of a class.
    ///
    /// @param kind the class
    /// @return it
    public Parsed one(String kind) {
        List<Parsed> found = all(kind);
        if (found.size() != 1) {
            throw new AssertionError("expected one element of class " + kind + ", got " + found.size());
        }
        return found.getFirst();
    }

    /// The group of a class with a name.
    ///
    /// @param kind the class
    /// @param name the name
    /// @return the first
    public Parsed named(String kind, String name) {
        return all(kind).stream()
                .filter(each -> each.attribute("data-name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " named " + name));
    }

    private static void collect(Element element, String kind, List<Parsed> found) {
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                if (child.getAttribute("class").equals(kind)) {
                    found.add(new Parsed(child));
                }
                collect(child, kind, found);
            }
        }
    }

    /// An attribute.
    ///
    /// @param name its name
    /// @return its value; empty if it is not there
    public String attribute(String name) {
        return root.getAttribute(name);
    }

    /// An attribute that is a number.
    ///
    /// @param name its name
    /// @return its value
    public double number(String name) {
        return Double.parseDouble(attribute(name));
    }

    /// All lines of text, in the order of the file.
    ///
    /// @return without their places
    public List<String> texts() {
        NodeList nodes = root.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    /// The text elements themselves.
    List<Element> lettering() {
        NodeList nodes = root.getElementsByTagName("text");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            elements.add((Element) node);
        }
        return elements;
    }

    /// The points that the `M` and `L` commands of a path go to.
    ///
    /// @return in their order
    public List<double[]> points() {
        Matcher matcher = Pattern.compile("[ML](-?[0-9.]+) (-?[0-9.]+)").matcher(attribute("d"));
        List<double[]> points = new ArrayList<>();
        while (matcher.find()) {
            points.add(new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
        }
        return points;
    }

    /// How many parts a path has.
    ///
    /// @return the number of `M` commands
    public long parts() {
        return attribute("d").chars().filter(c -> c == 'M').count();
    }

    /// The pixel of a number on the horizontal axis of a panel, by the mapping that the panel states.
    ///
    /// @param value the number
    /// @return pixels from the left
    public double px(double value) {
        return number("x") + number("width") * share("data-x", value);
    }

    /// The pixel of a number on its vertical axis.
    ///
    /// @param value the number
    /// @return pixels from the top
    public double py(double value) {
        return number("y") + number("height") * (1 - share("data-y", value));
    }

    private double share(String axis, double value) {
        String[] words = attribute(axis).split(" ");
        double low = Double.parseDouble(words[1]);
        double high = Double.parseDouble(words[2]);
        return words[0].equals("log") ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }
}
