package org.sandglass.specification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;
import org.sandglass.linalg.NumericalException;
import org.sandglass.mixture.Covariance;
import org.sandglass.mixture.Diagonal;
import org.sandglass.mixture.Isotropic;
import org.sandglass.mixture.LinearMeasurement;
import org.sandglass.mixture.Spectral;
import org.sandglass.target.TargetMeasurement;

/// A linear measurement with Gaussian noise as data: `y = A x + N(0, R)`. Immutable.
public final class MeasurementSpec {
    private static final List<String> KEYS =
            List.of("operator", "y", "noise-std", "noise-stds", "noise-covariance", "title", "source", "target");
    private static final List<String> NOISES = List.of("noise-std", "noise-stds", "noise-covariance");

    private final Operator operator;
    private final Numbers y;
    private final Covariance noise;

    private MeasurementSpec(Operator operator, Numbers y, Covariance noise) {
        this.operator = operator;
        this.y = y;
        this.noise = noise;
    }

    /// What `--measurement Y` means: YAML in braces, a file, or the name of an inverse problem; also
    /// `{target: …}`.
    ///
    /// @param option the option that carried it
    /// @param argument what was typed
    /// @return the measurement
    /// @throws InputException naming file, key and value of the first mistake
    public static MeasurementSpec argument(String option, String argument) {
        if (!Source.isInline(argument) && !Source.looksLikeFile(argument)) {
            return of(option, TargetReader.named(option + ": ", argument));
        }
        return of(Documents.read(Source.argument(option, argument)));
    }

    /// A mapping is a measurement; inside an experiment, plain text is a file beside it or the name of an inverse
    /// problem.
    static MeasurementSpec of(Node node) {
        if (node.isText()) {
            return Source.looksLikeFile(node.text())
                    ? of(Documents.read(Source.file(node.file())))
                    : of(node.where(), TargetReader.named(node.where() + ": ", node.text()));
        }
        return node.has("target") ? of(node.where(), TargetReader.read(node)) : read(node);
    }

    /// The measurement that an inverse problem was published with.
    private static MeasurementSpec of(String option, TargetMixture problem) {
        TargetMeasurement look = problem.look(option);
        double[] y = look.y().stream().mapToDouble(Double::doubleValue).toArray();
        return new MeasurementSpec(
                new Operator.Matrix(Numbers.of(look.operator())),
                Numbers.wrap(y, y.length),
                new Isotropic(look.noiseStd(), y.length));
    }

    private static MeasurementSpec read(Node node) {
        node.known(KEYS);
        Numbers y = Numbers.of(node.get("y"));
        if (y.rank() != 1) {
            throw Checks.shape(y, "a list of m numbers");
        }
        Checks.finite(y);
        return new MeasurementSpec(Operator.read(node.get("operator"), y), y, noise(node, y.size()));
    }

    private static Covariance noise(Node node, int m) {
        List<String> given = NOISES.stream().filter(node::has).toList();
        if (given.size() != 1) {
            throw node.error("needs exactly one of " + String.join(", ", NOISES) + ", got "
                    + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        Node value = node.get(given.getFirst());
        if (given.getFirst().equals("noise-std")) {
            return new Isotropic(value.positive(), m);
        }
        Numbers numbers = Numbers.of(value);
        return given.getFirst().equals("noise-stds") ? diagonal(numbers, m) : full(numbers, m);
    }

    private static Covariance diagonal(Numbers numbers, int m) {
        if (!numbers.hasShape(m)) {
            throw Checks.shape(numbers, "m = " + m + " numbers");
        }
        Checks.positive(numbers);
        return Diagonal.of(numbers.data());
    }

    private static Covariance full(Numbers numbers, int m) {
        if (!numbers.hasShape(m, m)) {
            throw Checks.shape(numbers, "m x m = " + m + " x " + m + " numbers");
        }
        Checks.finite(numbers);
        Symmetry.check(numbers, m);
        try {
            return Spectral.of(numbers.data(), m);
        } catch (IllegalArgumentException | NumericalException e) {
            throw new InputException(numbers.where() + " must be positive definite (" + e.getMessage() + ")");
        }
    }

    /// The measurement, for points of a dimension.
    ///
    /// @param d the dimension of the mixture
    /// @return operator, outcome and noise
    /// @throws InputException if the operator has another number of columns, or sees a coordinate that
    ///     is not there
    public LinearMeasurement of(int d) {
        return LinearMeasurement.of(operator.rows(d), y.data(), noise);
    }

    /// The entries of a measurement file that says the same.
    ///
    /// @return operator, outcome and the covariance of the noise
    public SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("operator", operator.toDocument());
        document.put("y", y.nested());
        switch (noise) {
            case Isotropic isotropic -> document.put("noise-std", isotropic.std());
            case Diagonal diagonal ->
                document.put(
                        "noise-stds", Numbers.wrap(diagonal.stds(), y.size()).nested());
            default ->
                document.put(
                        "noise-covariance",
                        Numbers.wrap(noise.matrix(), y.size(), y.size()).nested());
        }
        return document;
    }
}
