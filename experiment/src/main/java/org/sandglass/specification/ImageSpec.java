package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// Points that are images, row by row, and so are shown as tiles.
///
/// @param width pixels across, at least 1
/// @param height pixels down, at least 1
/// @param low the value that is shown as paper
/// @param high the value that is shown as ink, more than `low`
public record ImageSpec(int width, int height, double low, double high) {
    static ImageSpec read(Node node) {
        node.known(List.of("width", "height", "low", "high"));
        double low = node.find("low").map(Node::finite).orElse(0.0);
        double high = node.find("high").map(Node::finite).orElse(1.0);
        if (!(high > low)) {
            throw node.error("must have high > low, got " + Checks.text(high) + " and " + Checks.text(low));
        }
        return new ImageSpec(node.get("width").count(1), node.get("height").count(1), low, high);
    }

    /// Refuses points of another size.
    ///
    /// @param d the dimension of the mixture
    /// @throws InputException if that is not the number of pixels
    public void requireFits(int d) {
        if ((long) width * height != d) {
            throw new InputException("image: must have as many pixels as the mixture has dimensions, " + d + ", got "
                    + width + " x " + height);
        }
    }

    /// How large its pixels are, beside which noise is small or large.
    ///
    /// @return half of what lies between the ends
    public double size() {
        return (high - low) / 2;
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("width", width);
        document.put("height", height);
        document.put("low", low);
        document.put("high", high);
        return document;
    }
}
