package org.sandglass.run;

import java.io.IOException;
import java.util.Optional;
import org.sandglass.format.ArrayFiles;
import org.sandglass.format.ArrayReader;
import org.sandglass.format.Format;
import org.sandglass.format.InputException;
import org.sandglass.format.Selection;
import org.sandglass.importance.FromProposal;
import org.sandglass.importance.FromTarget;
import org.sandglass.importance.LogWeights;
import org.sandglass.linalg.Points;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.sampler.Workers;

/// The log densities `ln q` of a model and `ln p` of a mixture at points of a file.
///
/// @param source the file, for messages
/// @param model `ln q` at each point
/// @param target `ln p` at each point
@SuppressWarnings("ArrayRecordComponent") // never compared
record DensityEvidence(String source, double[] model, double[] target) {
    private static final String ARRAY = "log-density";
    private static final int TILE = 1024;

    /// Reads the points, and computes what the file does not hold.
    ///
    /// @param file the points, with the model's own `log-density` beside them if there is no model
    /// @param model the law they came from, if it is a mixture
    /// @param law the mixture that they are judged by
    static DensityEvidence read(SampleFile file, Optional<GaussianMixture> model, GaussianMixture law, Workers workers)
            throws IOException {
        Points x = file.read();
        requireDimension(file, x, law, "the mixture");
        if (model.isPresent()) {
            requireDimension(file, x, model.get(), "the model");
        }
        double[] logModel = model.isPresent() ? logDensity(model.get(), x, workers) : column(file, x.n());
        return new DensityEvidence(file.file().toString(), logModel, logDensity(law, x, workers));
    }

    private static void requireDimension(SampleFile file, Points x, GaussianMixture law, String owner) {
        if (x.d() != law.d()) {
            throw new InputException(file.file() + ": points must have shape [N, D] with D = " + law.d() + " as "
                    + owner + " has, got D = " + x.d());
        }
    }

    private static double[] logDensity(GaussianMixture law, Points x, Workers workers) {
        double[] out = new double[x.n()];
        workers.forEach((x.n() + TILE - 1) / TILE, tile -> {
            int from = tile * TILE;
            int to = Math.min(x.n(), from + TILE);
            System.arraycopy(law.logDensity(x.slice(from, to)), 0, out, from, to - from);
        });
        return out;
    }

    /// The first `n` numbers of the array or column `log-density`.
    private static double[] column(SampleFile file, int n) throws IOException {
        try (ArrayReader reader = ArrayFiles.open(file.file(), selection(file))) {
            double[] out = new double[n];
            int got = reader.rowSize() == 1 ? reader.read(out, n) : 0;
            if (got < n) {
                throw new InputException(reader.source() + ": " + ARRAY + " needs a number for each of " + n
                        + " points, got shape [" + (reader.rowSize() == 1 ? got : "N, " + reader.rowSize()) + "]");
            }
            requireLogDensities(out, reader.source());
            return out;
        }
    }

    private static Selection selection(SampleFile file) {
        return switch (Format.of(file.file())) {
            case NPZ, JSON -> Selection.array(ARRAY);
            case CSV, CSV_GZ, PARQUET -> Selection.columns(ARRAY);
            case NPY ->
                throw InputException.in(
                        file.file(),
                        "has no room for the model's " + ARRAY + " beside the points; give --model or a .npz");
        };
    }

    private static void requireLogDensities(double[] values, String source) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] < Double.POSITIVE_INFINITY)) {
                throw new InputException(
                        source + ": " + ARRAY + "[" + i + "] must be finite or -Infinity, got " + values[i]);
            }
        }
    }

    /// If the points are draws of the model.
    FromProposal asDrawsOfModel() {
        for (int i = 0; i < model.length; i++) {
            if (model[i] == Double.NEGATIVE_INFINITY) {
                throw new InputException(source + ": the model has density 0 at its own sample " + i
                        + "; is this another model's file?");
            }
        }
        return LogWeights.between(target, model).fromProposal();
    }

    /// If the points are draws of the mixture.
    FromTarget asDrawsOfTarget() {
        for (int i = 0; i < target.length; i++) {
            if (target[i] == Double.NEGATIVE_INFINITY) {
                throw new InputException(source + ": the mixture has density 0 at its own sample " + i
                        + "; is this another law's file?");
            }
        }
        return LogWeights.between(target, model).fromTarget();
    }
}
