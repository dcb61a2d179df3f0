package org.sandglass.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.sandglass.denoiser.MixtureDenoiser;
import org.sandglass.diffusion.DiffusedMixture;
import org.sandglass.linalg.NumericalException;
import org.sandglass.linalg.Points;
import org.sandglass.metric.Metric;
import org.sandglass.metric.Reference;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Recording;
import org.sandglass.sampler.Sampler;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Trajectory;
import org.sandglass.sampler.Workers;

/// Draws points and compares them with exact draws.
///
/// All samplers and numbers of steps share their randomness: the points to start from are the same ones (of the
/// exact marginal at the first time, by the same normal numbers), step `i` takes the same noise, and the exact draws
/// are the same. Of deterministic solvers it also knows how far each point is from where the exact flow takes it.
final class DrawingJudge implements Judge {
    /// The name of the distance to the exact flow.
    static final String TO_FLOW = "flow-rms";

    /// Enough for compiled code, and no more than a chunk.
    private static final int WARM_UP = 1024;

    private final DiffusedMixture law;
    private final Start start;
    private final int count;
    private final List<RandomStreams> repeats;
    private final SequencedMap<String, Metric> metrics;
    private final Workers workers;
    private final FlowEnds flow;
    private final Map<Place, Reference> references = new HashMap<>();

    /// A repeat, and a time at which points are judged.
    private record Place(int repeat, double time) {}

    /// @param metrics by the names under which results hold them
    DrawingJudge(
            DiffusedMixture law,
            Start start,
            int count,
            List<RandomStreams> repeats,
            SequencedMap<String, Metric> metrics,
            Workers workers) {
        this.law = law;
        this.start = start;
        this.count = count;
        this.repeats = repeats;
        this.metrics = metrics;
        this.workers = workers;
        this.flow = new FlowEnds(law, workers);
    }

    @Override
    public String method() {
        return count + " points drawn" + (repeats.size() == 1 ? "" : ", " + repeats.size() + " times over");
    }

    /// Runs the sampler once for nobody, so that compiled code is measured afterwards.
    void warmUp(Cell cell) {
        try {
            Points few = start(cell.sampler(), 0, Math.min(count, WARM_UP));
            run(cell.sampler(), 0, few, StepObserver.quiet());
        } catch (NumericalException _) {
            // It will be told when the run counts.
        }
    }

    @Override
    public Verdict judge(Cell cell, StepObserver observer) {
        int steps = cell.sampler().grid().steps();
        List<Verdict> verdicts = new ArrayList<>();
        for (int r = 0; r < repeats.size(); r++) {
            int before = r * steps;
            verdicts.add(
                    judge(cell.sampler(), r, (done, _) -> observer.afterStep((before + done) / repeats.size(), steps)));
        }
        return Verdict.mean(verdicts);
    }

    private Verdict judge(Sampler sampler, int repeat, StepObserver observer) {
        Points from = start(sampler, repeat, count);
        long begin = System.nanoTime();
        try {
            Trajectory way = run(sampler, repeat, from, observer);
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Verdict(way.evaluations(), seconds, errors(sampler, repeat, way.end()), Optional.empty());
        } catch (NumericalException problem) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            return Verdict.failed(sampler.evaluations().orElse(0), seconds, problem);
        }
    }

    private Points start(Sampler sampler, int repeat, int n) {
        return start.draw(law, sampler.grid().from(), n, repeats.get(repeat));
    }

    private Trajectory run(Sampler sampler, int repeat, Points from, StepObserver observer) {
        MixtureDenoiser denoiser = new MixtureDenoiser(law);
        return sampler.run(denoiser, from, repeats.get(repeat), workers, new Recording.EndOnly(), observer);
    }

    private SequencedMap<String, ErrorValue> errors(Sampler sampler, int repeat, Points x) {
        Reference reference =
                references.computeIfAbsent(new Place(repeat, sampler.grid().to()), this::reference);
        List<String> names = new ArrayList<>(metrics.keySet());
        List<Metric> suitable = new ArrayList<>(metrics.values());
        var compared = reference.compare(suitable, x, Reference.Watch.NOBODY);
        SequencedMap<String, ErrorValue> errors = new LinkedHashMap<>();
        IntStream.range(0, names.size()).forEach(i -> errors.put(names.get(i), ErrorValue.of(compared.get(i))));
        if (!sampler.step().stochastic()) {
            Points few = start(sampler, repeat, Math.min(count, FlowEnds.POINTS));
            errors.put(TO_FLOW, flow.distance(sampler, repeat, few, x));
        }
        return errors;
    }

    private Reference reference(Place place) {
        RandomStreams judge =
                RandomStreams.of(repeats.get(place.repeat).stream("judge").nextLong());
        return new Reference(law.marginal(place.time), count, judge, workers::forEach);
    }
}
