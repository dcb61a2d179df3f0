package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sandglass.figure.Figure;
import org.sandglass.linalg.Points;
import org.sandglass.random.RandomStreams;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.ForwardProcess;
import org.sandglass.sampler.Trajectory;
import org.sandglass.schedule.NoiseSchedule;
import org.sandglass.schedule.TimeGrid;
import org.sandglass.specification.FigureKind;
import org.sandglass.specification.FigureSpec;

/// The figures of a run: those that its experiment names, as its dimension has them.
final class RunFigures {
    private static final int PANELS = 6;
    private static final int FRAMES = 41;
    private static final int FORWARD_POINTS = 1000;
    private static final int FORWARD_STEPS = 400;

    private final Evidence evidence;
    private final Views views;
    private final SummaryFigures summary;

    RunFigures(Evidence evidence) {
        this.evidence = evidence;
        this.views = evidence.law().d() == 1 ? new LineViews(evidence) : new PlaneViews(evidence);
        this.summary = new SummaryFigures(evidence);
    }

    /// All figures that stand still, in the order in which the experiment names them.
    List<Exhibit> still() {
        boolean onLine = evidence.law().d() == 1;
        boolean marginals = asksFor(FigureKind.MARGINALS);
        return evidence.figures().stream()
                .filter(figure -> !(onLine && figure.kind() == FigureKind.SAMPLES && marginals))
                .flatMap(this::of)
                .toList();
    }

    private boolean asksFor(FigureKind kind) {
        return evidence.figures().stream().anyMatch(figure -> figure.kind() == kind);
    }

    /// On the line, the marginal and the samples are one figure.
    private Stream<Exhibit> of(FigureSpec figure) {
        FigureKind kind = figure.kind();
        return switch (kind) {
            case MARGINALS ->
                each(
                        kind,
                        sampler -> evidence.law().d() == 1
                                ? cloud(sampler).line()
                                : cloud(sampler).pairs());
            case SAMPLES ->
                each(
                        kind,
                        sampler -> evidence.law().d() == 1
                                ? cloud(sampler).line()
                                : cloud(sampler).plane());
            case TRAJECTORIES -> each(kind, views::trajectories);
            case EVOLUTION -> each(kind, sampler -> views.evolution(sampler, stops(sampler.paths(), PANELS)));
            case MODES -> summary.modes().map(drawn -> new Exhibit(kind, kind.word(), drawn)).stream();
            case ERRORS ->
                Stream.of(summary)
                        .filter(_ -> !evidence.samplers().isEmpty())
                        .map(all -> new Exhibit(kind, kind.word(), all.errors()));
            case DATA, DENSITY, POSTERIOR, DIFFUSION, FORWARD -> Stream.empty();
            case ANIMATION -> Stream.empty();
        };
    }

    private Stream<Exhibit> each(FigureKind kind, Function<Evidence.OfSampler, Figure> figure) {
        return evidence.samplers().stream()
                .map(sampler ->
                        new Exhibit(kind, kind.word() + "-" + sampler.result().name(), figure.apply(sampler)));
    }

    private Clouds cloud(Evidence.OfSampler sampler) {
        String name = sampler.result().name();
        int n = sampler.points().n();
        int all = evidence.spec().count();
        String about = (n < all ? "The first " + Words.count(n) + " of " + Words.count(all) : "All " + Words.count(n))
                + " points of " + name + " (" + Words.number(sampler.result().evaluations()) + " evaluations each) at "
                + Stops.label(sampler.spec().grid().to());
        return new Clouds(
                "Samples of " + name,
                about,
                List.of(new Clouds.Set(name, sampler.points())),
                Optional.of(evidence.law().marginal(sampler.spec().grid().to())));
    }

    /// What moves: the process towards noise, and each sampler towards data.
    List<Motion> moving() {
        List<Motion> motions = new ArrayList<>();
        if (asksFor(FigureKind.ANIMATION)) {
            Trajectory forward = forward();
            motions.add(views.motion(
                    "forward",
                    "From data to noise",
                    "exact draws carried by the exact transitions of "
                            + evidence.spec().process().name(),
                    forward,
                    stops(forward, FRAMES)));
            for (Evidence.OfSampler sampler : evidence.samplers()) {
                motions.add(views.motion(
                        "backward-" + sampler.result().name(),
                        "From noise to data: " + sampler.result().name(),
                        "points of " + sampler.result().name(),
                        sampler.paths(),
                        stops(sampler.paths(), FRAMES)));
            }
        }
        return motions;
    }

    private Trajectory forward() {
        NoiseSchedule schedule = evidence.law().schedule();
        RandomStreams streams =
                RandomStreams.of(RandomStreams.of(evidence.spec().seed()).stream("forward animation")
                        .nextLong());
        Points data = evidence.law().marginal(0).sample(FORWARD_POINTS, streams);
        TimeGrid grid = TimeGrid.uniform(schedule, schedule.end(), 0, FORWARD_STEPS);
        return new ForwardProcess(schedule).run(data, grid, streams);
    }

    private List<Integer> stops(Trajectory paths, int most) {
        return Stops.of(paths.times(), evidence.law().schedule(), most);
    }
}
