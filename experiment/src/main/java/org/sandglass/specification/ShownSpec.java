package org.sandglass.specification;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.sandglass.schedule.NoiseSchedule;

/// What of an experiment is shown, and how.
///
/// @param figures which figures
/// @param image whether points are images
/// @param data data to show beside the laws
public record ShownSpec(FigureChoice figures, Optional<ImageSpec> image, Optional<ShownData> data) {
    static final List<String> KEYS = List.of("data", "image", "figures");

    /// From the keys of an experiment; the data of a fit are shown unless others are named.
    static ShownSpec read(Node root, MixtureSpec mixture, NoiseSchedule schedule) {
        Optional<ShownData> fitted =
                mixture instanceof FittedMixture fit ? Optional.of(fit.fittedData()) : Optional.empty();
        return new ShownSpec(
                root.find("figures")
                        .map(node -> FigureChoice.read(node, schedule).requireShowable(root))
                        .orElseGet(FigureChoice.Usual::new),
                root.find("image").map(ImageSpec::read),
                root.find("data").map(ShownData::read).or(() -> fitted));
    }

    /// The same with its figures named.
    ShownSpec with(List<FigureSpec> named) {
        return new ShownSpec(new FigureChoice.Named(named), image, data);
    }

    void write(SequencedMap<String, Object> document) {
        data.ifPresent(file -> document.put("data", file.toDocument()));
        image.ifPresent(shape -> document.put("image", shape.toDocument()));
        if (figures instanceof FigureChoice.Named(List<FigureSpec> named)) {
            document.put("figures", named.stream().map(FigureSpec::toDocument).toList());
        }
    }
}
