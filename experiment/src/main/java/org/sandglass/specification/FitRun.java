package org.sandglass.specification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.sandglass.fit.Fit;
import org.sandglass.fit.FitObserver;
import org.sandglass.fit.FitSettings;
import org.sandglass.fit.HeldOut;
import org.sandglass.fit.Labelling;
import org.sandglass.fit.MixtureFitter;
import org.sandglass.fit.Start;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Loop;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;

/// One fit: reads the data, fits every number of components, and says what failed in the words of the file.
final class FitRun {
    private static final Pattern COMPONENT = Pattern.compile("component (\\d+)");

    private final DataReference data;
    private final FitComponents components;
    private final FitOptions options;
    private final Loop loop;
    private final FitObserver observer;

    FitRun(DataReference data, FitComponents components, FitOptions options, Loop loop, FitObserver observer) {
        this.data = fitted(data, components, options);
        this.components = components;
        this.options = options;
        this.loop = loop;
        this.observer = observer;
    }

    /// The columns that are fitted: not the labels, where a fit takes them from the file.
    static DataReference fitted(DataReference data, FitComponents components, FitOptions options) {
        return components instanceof FitComponents.By(String column)
                ? data.without(column)
                : options.start() instanceof FitStart.Labels(String column) ? data.without(column) : data;
    }

    FitOutcome outcome() {
        Points points = options.standardise() ? data.standardised() : data.points();
        return switch (components) {
            case FitComponents.By(String column) -> byLabels(points, column);
            case FitComponents.Range(int from, int to) -> byIterations(points, from, to);
            case FitComponents.OfStart() -> {
                int k = startSize(options.settings(data).start());
                yield byIterations(points, k, k);
            }
        };
    }

    private static int startSize(Start start) {
        return switch (start) {
            case Start.Mixture(var law) -> law.k();
            case Start.Labels(Labelling labels) -> labels.k();
            case Start.KMeansPlusPlus _, Start.RandomPoints() -> throw new IllegalStateException("no size");
        };
    }

    private FitOutcome byLabels(Points points, String column) {
        Labelling labels = data.labels(column);
        List<String> names =
                labels.names().stream().map(name -> column + " = " + name).toList();
        FitSettings settings = options.settings(data);
        Fit fit = told(names, () -> new MixtureFitter(points, settings, loop).byLabels(labels));
        return new FitOutcome(points.n(), data.names(), constant(points), List.of(fit), List.of(), 0, labels.names());
    }

    private FitOutcome byIterations(Points points, int from, int to) {
        FitSettings settings = options.settings(data);
        List<Fit> fits = new ArrayList<>();
        List<Double> heldOut = new ArrayList<>();
        if (options.heldOut() > 0) {
            HeldOut split = told(List.of(), () -> HeldOut.of(points, options.heldOut(), options.seed()));
            fits.addAll(fits(split.training(), settings, from, to));
            fits.forEach(fit -> heldOut.add(split.meanLogDensity(fit.mixture())));
        } else {
            fits.addAll(fits(points, settings, from, to));
        }
        return new FitOutcome(
                points.n(), data.names(), constant(points), fits, heldOut, chosen(fits, heldOut), List.of());
    }

    private List<Fit> fits(Points points, FitSettings settings, int from, int to) {
        return told(List.of(), () -> {
            MixtureFitter fitter = new MixtureFitter(points, settings, loop);
            return IntStream.rangeClosed(from, to)
                    .mapToObj(k -> fitter.fit(k, observer))
                    .toList();
        });
    }

    private static int chosen(List<Fit> fits, List<Double> heldOut) {
        int best = 0;
        for (int i = 1; i < fits.size(); i++) {
            boolean better =
                    heldOut.isEmpty() ? fits.get(i).bic() < fits.get(best).bic() : heldOut.get(i) > heldOut.get(best);
            best = better ? i : best;
        }
        return best;
    }

    private List<String> constant(Points points) {
        List<String> names = data.names();
        return IntStream.range(0, points.d())
                .filter(j -> IntStream.range(1, points.n()).allMatch(i -> points.get(i, j) == points.get(0, j)))
                .mapToObj(names::get)
                .toList();
    }

    /// Names the file, columns and labels in the message of what the fit refuses.
    private <T> T told(List<String> labels, Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException | NumericalException e) {
            throw InputException.in(
                    data.file(),
                    COMPONENT
                            .matcher(data.named(String.valueOf(e.getMessage())))
                            .replaceAll(m -> Matcher.quoteReplacement(
                                    labels.isEmpty() ? m.group() : labels.get(Integer.parseInt(m.group(1))))));
        }
    }
}
