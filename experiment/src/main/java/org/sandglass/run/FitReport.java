package org.sandglass.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.sandglass.fit.Fit;
import org.sandglass.fit.FitStep;
import org.sandglass.fit.VariancePrior;
import org.sandglass.specification.FitOptions;
import org.sandglass.specification.FitOutcome;

/// What a fit came to, for people and for programs.
///
/// @param data the file, as the caller named it
/// @param options how it was fitted
/// @param outcome what came of it
public record FitReport(String data, FitOptions options, FitOutcome outcome) {
    /// What the mixture is, in a few words.
    ///
    /// @return for the mixture file
    public String title() {
        int k = outcome.best().mixture().k();
        return outcome.labels().isEmpty()
                ? k + (k == 1 ? " component fitted to " : " components fitted to ") + data
                : "one component per label of " + data + ": " + String.join(", ", outcome.labels());
    }

    /// How the mixture came about, in a line.
    ///
    /// @return for the mixture file
    public String source() {
        Fit best = outcome.best();
        return how() + "; log likelihood " + best.end().logLikelihood() + " of " + best.rows() + " rows"
                + (outcome.labels().isEmpty()
                        ? ", " + best.iterations() + " iterations, "
                                + (best.converged() ? "converged" : "not converged")
                        : "");
    }

    private String how() {
        String coordinates = options.standardise() ? ", standardised columns" : "";
        return "sandglass fit, covariance " + options.structure().word() + ", prior " + prior() + coordinates
                + (outcome.labels().isEmpty() ? ", seed " + options.seed() : "");
    }

    private String prior() {
        return switch (options.prior()) {
            case VariancePrior.Off() -> "off";
            case VariancePrior.PseudoObservations(double strength, double scale) ->
                plain(strength) + ":" + plain(scale);
        };
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /// A line per number of components, `*` at the one that is chosen, and what should be known beside.
    ///
    /// @return lines for a terminal
    public String table() {
        StringBuilder out = new StringBuilder();
        out.append(data + ": " + outcome.rows() + " rows x " + outcome.columns().size() + " columns; "
                + how().substring("sandglass fit, ".length()) + "\n");
        boolean held = !outcome.heldOut().isEmpty();
        out.append(String.format(
                Locale.ROOT,
                "%5s %16s %12s %10s %14s %14s %s%10s%n",
                "K",
                "log-likelihood",
                "log-prior",
                "parameters",
                "BIC",
                "AIC",
                held ? String.format("%14s ", "held-out/row") : "",
                "iterations"));
        for (int i = 0; i < outcome.fits().size(); i++) {
            out.append(line(i, held));
        }
        notes().forEach(note -> out.append(note).append('\n'));
        return out.toString();
    }

    private String line(int i, boolean held) {
        Fit fit = outcome.fits().get(i);
        return String.format(
                Locale.ROOT,
                "%s%4d %16.4f %12.4f %10d %14.3f %14.3f %s%10d%n",
                i == outcome.chosen() && outcome.fits().size() > 1 ? "*" : " ",
                fit.mixture().k(),
                fit.end().logLikelihood(),
                fit.end().logPrior(),
                fit.parameters(),
                fit.bic(),
                fit.aic(),
                held ? String.format(Locale.ROOT, "%14.6f ", outcome.heldOut().get(i)) : "",
                fit.iterations());
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (outcome.fits().size() > 1) {
            notes.add("* written: " + (outcome.heldOut().isEmpty() ? "least BIC" : "best held-out mean"));
        }
        for (Fit fit : outcome.fits()) {
            if (!fit.converged() && outcome.labels().isEmpty()) {
                notes.add("K = " + fit.mixture().k() + " did not converge in " + fit.iterations() + " iterations");
            }
            fit.collapsed().forEach(why -> notes.add("K = " + fit.mixture().k() + ", a start was lost: " + why));
        }
        if (!outcome.constant().isEmpty()) {
            notes.add("constant columns: " + String.join(", ", outcome.constant())
                    + (options.prior() instanceof VariancePrior.Off()
                            ? ""
                            : " (their variance is the prior's, scaled by the mean variance of the columns)"));
        }
        return notes;
    }

    /// All numbers, for a JSON file.
    ///
    /// @return keys and values
    public SequencedMap<String, Object> document() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("data", data);
        document.put("rows", outcome.rows());
        document.put("columns", outcome.columns());
        document.put("constant-columns", outcome.constant());
        document.put("covariance", options.structure().word());
        document.put("prior", prior());
        document.put("standardise", options.standardise());
        document.put("seed", options.seed());
        document.put("labels", outcome.labels());
        document.put("chosen", outcome.best().mixture().k());
        List<Map<String, Object>> fits = new ArrayList<>();
        for (int i = 0; i < outcome.fits().size(); i++) {
            fits.add(fit(i));
        }
        document.put("fits", fits);
        return document;
    }

    private SequencedMap<String, Object> fit(int i) {
        Fit fit = outcome.fits().get(i);
        SequencedMap<String, Object> out = new LinkedHashMap<>();
        out.put("components", fit.mixture().k());
        out.put("rows", fit.rows());
        out.put("log-likelihood", fit.end().logLikelihood());
        out.put("log-prior", fit.end().logPrior());
        out.put("parameters", fit.parameters());
        out.put("bic", fit.bic());
        out.put("aic", fit.aic());
        if (!outcome.heldOut().isEmpty()) {
            out.put("held-out-mean-log-density", outcome.heldOut().get(i));
        }
        out.put("iterations", fit.iterations());
        out.put("converged", fit.converged());
        out.put("start", fit.start());
        out.put("collapsed", fit.collapsed());
        out.put(
                "log-likelihoods",
                fit.steps().stream().map(FitStep::logLikelihood).toList());
        out.put("log-priors", fit.steps().stream().map(FitStep::logPrior).toList());
        return out;
    }
}
