package org.sandglass.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sandglass.figure.Figure;

/// The colours of a page's figures, each as it is in the light and in the dark scheme.
///
/// A figure is drawn in both; where the two drawings differ in colours alone one of them is kept, with a variable in
/// place of each colour.
final class Palette {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}\\b");
    private static final Pattern NAMESPACE = Pattern.compile(" xmlns=\"[^\"]*\"");

    private final Drawings drawings;
    private final Map<Tone, String> names = new LinkedHashMap<>();

    private record Tone(String light, String dark) {}

    Palette(Drawings drawings) {
        this.drawings = drawings;
    }

    /// The figure as an element, or two of which one is seen.
    String inline(Figure figure) {
        String light = element(drawings.light(figure));
        String dark = element(drawings.dark(figure));
        List<String> lights = colours(light);
        List<String> darks = colours(dark);
        boolean same = COLOUR.matcher(light)
                .replaceAll("#")
                .equals(COLOUR.matcher(dark).replaceAll("#"));
        return same
                ? withVariables(light, lights, darks)
                : "<div class=\"light\">" + light + "</div><div class=\"dark\">" + dark + "</div>";
    }

    private static String element(String svg) {
        return NAMESPACE.matcher(svg).replaceFirst("").strip();
    }

    private static List<String> colours(String svg) {
        List<String> colours = new ArrayList<>();
        Matcher found = COLOUR.matcher(svg);
        while (found.find()) {
            colours.add(found.group());
        }
        return colours;
    }

    private String withVariables(String svg, List<String> lights, List<String> darks) {
        StringBuilder out = new StringBuilder();
        Matcher found = COLOUR.matcher(svg);
        for (int i = 0; found.find(); i++) {
            found.appendReplacement(out, "var(" + name(lights.get(i), darks.get(i)) + ")");
        }
        return found.appendTail(out).toString();
    }

    private String name(String light, String dark) {
        return names.computeIfAbsent(new Tone(light, dark), _ -> "--c" + names.size());
    }

    /// The variables, in the order in which figures used them first.
    String css() {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        names.forEach((tone, name) -> {
            light.append(name).append(':').append(tone.light).append(';');
            dark.append(name).append(':').append(tone.dark).append(';');
        });
        return ":root{" + light + "}\n@media screen and (prefers-color-scheme:dark){:root{" + dark + "}}\n";
    }
}
