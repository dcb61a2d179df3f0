package org.sandglass.specification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.fit.FitObserver;
import org.sandglass.format.InputException;
import org.sandglass.linalg.Loop;

/// A mixture that is fitted to data: `{fit: {data: penguins.csv, columns: […], components: 3, covariance:
/// full}}` by expectation–maximisation, or with one component per label: `{fit: {data: penguins.csv, by:
/// species}}`.
///
/// In a fit by labels weights are the shares of the labels, means and covariances those of the rows with
/// that label (maximum likelihood: divided by their number, not one less, unless a prior is given), and
/// components stand in the order in which their labels first appear. With `standardise: true`, every column
/// is first shifted and scaled to mean 0 and standard deviation 1 over all rows, and the mixture lives in
/// those coordinates. `docs/fitting.md` describes all keys. Immutable.
public final class FittedMixture implements MixtureSpec {
    private final DataReference data;
    private final FitComponents components;
    private final FitOptions options;

    private FittedMixture(DataReference data, FitComponents components, FitOptions options) {
        this.data = data;
        this.components = components;
        this.options = options;
    }

    /// A fit as a command line asks for it.
    ///
    /// @param file the data
    /// @param columns names, indices and ranges; none for all
    /// @param components how many components
    /// @param options how to fit
    /// @return the fit, not yet carried out
    public static FittedMixture of(Path file, List<String> columns, FitComponents components, FitOptions options) {
        return new FittedMixture(new DataReference(file, columns), components, options);
    }

    static FittedMixture read(Node node) {
        List<String> keys = new ArrayList<>(DataReference.KEYS);
        keys.addAll(List.of("by", "components"));
        keys.addAll(FitOptionsReader.KEYS);
        node.known(keys);
        if (node.has("components") && node.has("by")) {
            throw node.error("holds both by and components; give one of them");
        }
        if (node.has("by")) {
            refuseOptionsOfEm(node);
        }
        FitOptions options = FitOptionsReader.read(node, labelled(node.has("by")));
        return new FittedMixture(DataReference.read(node), components(node, options), options);
    }

    private static void refuseOptionsOfEm(Node node) {
        for (String key : FitOptionsReader.OF_EM) {
            node.find(key).ifPresent(value -> {
                throw value.error("belongs to a fit with components, this one is by labels");
            });
        }
    }

    private static FitComponents components(Node node, FitOptions options) {
        if (node.has("by")) {
            return new FitComponents.By(node.get("by").text());
        }
        boolean given = options.start() instanceof FitStart.Labels || options.start() instanceof FitStart.Mixture;
        if (given && !node.has("components")) {
            return new FitComponents.OfStart();
        }
        Node count = node.get("components");
        return count.isText()
                ? FitComponents.of(count.where(), count.text())
                : new FitComponents.Range(count.count(1), count.count(1));
    }

    private static FitOptions.Labelled labelled(boolean yes) {
        return yes ? FitOptions.Labelled.YES : FitOptions.Labelled.NO;
    }

    /// On this thread; `sandglass fit` uses all and shows progress.
    @Override
    public ResolvedMixture resolve() {
        return ResolvedMixture.single(
                outcome(Loop.HERE, FitObserver.NONE).best().mixture());
    }

    /// Carries the fit out.
    ///
    /// @param loop threads; they do not change a bit of the answer
    /// @param observer is told of every iteration
    /// @return all fits, and which is chosen
    /// @throws InputException if the data cannot be read or fitted
    public FitOutcome outcome(Loop loop, FitObserver observer) {
        return new FitRun(data, components, options, loop, observer).outcome();
    }

    /// The data in the coordinates of the mixture.
    ShownData fittedData() {
        DataReference fitted = FitRun.fitted(data, components, options);
        return new ShownData(fitted, ShownData.Coordinates.of(options.standardise()), List.of());
    }

    @Override
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> inner = new LinkedHashMap<>();
        data.write(inner);
        switch (components) {
            case FitComponents.By(String column) -> inner.put("by", column);
            case FitComponents.Range(int from, int to) -> inner.put("components", from == to ? from : from + ".." + to);
            case FitComponents.OfStart() -> {}
        }
        options.write(inner, labelled(components instanceof FitComponents.By));
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("fit", inner);
        return document;
    }
}
