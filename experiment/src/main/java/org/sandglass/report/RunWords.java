package org.sandglass.report;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.sandglass.mixture.GaussianMixture;
import org.sandglass.run.Evidence;
import org.sandglass.specification.ExperimentSpec;
import org.sandglass.specification.FigureKind;
import org.sandglass.specification.Guidance;
import org.sandglass.specification.SamplerSpec;
import org.sandglass.specification.ShownData;

/// What is said of a run: its title, what it was about, and what ran.
///
/// @param evidence what was found
record RunWords(Evidence evidence) {
    String title() {
        String title = evidence.spec().title();
        return !title.isEmpty()
                ? title
                : evidence.samplers().isEmpty() ? "Exact laws" : "Samplers against the exact law";
    }

    String lead() {
        return evidence.samplers().isEmpty()
                ? "The exact law of " + mixture() + ", in closed form at every time; no sampler ran."
                : drew() + " from " + mixture() + ", and every number is compared with the exact answer.";
    }

    private String drew() {
        ExperimentSpec spec = evidence.spec();
        int samplers = spec.samplers().size();
        return (samplers == 1 ? "One sampler drew " : samplers + " samplers drew ")
                + Words.count(spec.count())
                + (spec.count() == 1 ? " point" : " points")
                + (samplers == 1 ? "" : " each");
    }

    private String mixture() {
        GaussianMixture mixture = evidence.law().mixture();
        return (evidence.given().isPresent() ? "the posterior of a mixture of " : "a mixture of ") + mixture.k()
                + (mixture.k() == 1 ? " Gaussian in " : " Gaussians in ") + mixture.d()
                + (mixture.d() == 1 ? " dimension" : " dimensions") + " under the process "
                + evidence.spec().process().name();
    }

    /// What the law at time 0 is.
    static String density(Evidence evidence) {
        return evidence.given().isPresent() ? "The exact posterior" : "The exact density";
    }

    static String heading(FigureKind kind) {
        return switch (kind) {
            case DATA -> "Data";
            case DENSITY -> "The exact density";
            case POSTERIOR -> "Prior and posterior";
            case DIFFUSION -> "Diffusion";
            case FORWARD -> "From data to noise";
            case MARGINALS -> "Marginals";
            case SAMPLES -> "Samples";
            case TRAJECTORIES -> "Trajectories";
            case EVOLUTION -> "Evolution";
            case MODES -> "Modes";
            case ERRORS -> "Errors";
            case ANIMATION -> "On the way";
        };
    }

    /// Names and what is to be said of each, marked.
    SequencedMap<String, String> facts() {
        ExperimentSpec spec = evidence.spec();
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        evidence.given().ifPresent(given -> facts.put("measurement", measured(given)));
        spec.shown().data().ifPresent(shown -> facts.put("data", data(shown)));
        facts.put("process", "`" + spec.process().name() + "`");
        if (!spec.samplers().isEmpty()) {
            facts.put("points per sampler", Words.count(spec.count()));
            facts.put(
                    "start",
                    spec.exactStart() ? "exact draws of $pₜ$ at the first time of the grid" : "$N(0, σ(T)² I)$");
        }
        spec.samplers().forEach(sampler -> facts.put(sampler.name(), sampler(sampler)));
        return facts;
    }

    private static String measured(Evidence.Given given) {
        int m = given.measurement().m();
        return m + (m == 1 ? " number" : " numbers") + " of the form $y = A x + ε$, $y$ = "
                + Words.point(given.measurement().y()) + "; the log evidence is "
                + Words.digits(given.posterior().logEvidence());
    }

    private String data(ShownData shown) {
        String rows = evidence.data()
                .map(data -> ", " + Words.count(data.points().n()) + " rows of "
                        + String.join(", ", data.names().stream().limit(8).toList())
                        + (data.names().size() > 8 ? ", …" : ""))
                .orElse("");
        return "`" + shown.reference().file().getFileName() + "`" + rows;
    }

    private String sampler(SamplerSpec sampler) {
        return "`" + sampler.solver().type().word() + "`, "
                + sampler.solver().type().facts().title() + "; "
                + sampler.grid().steps()
                + (sampler.grid().steps() == 1 ? " step" : " steps") + " from time "
                + Words.number(sampler.grid().from()) + " to "
                + Words.number(sampler.grid().to())
                + (evidence.given().isPresent() ? guided(sampler.guidance()) : "");
    }

    private static String guided(Guidance guidance) {
        return "; guidance `" + guidance.word() + "`, by "
                + switch (guidance) {
                    case EXACT -> "the exact posterior";
                    case TMP -> "Tweedie's moment projection from the prior";
                };
    }
}
