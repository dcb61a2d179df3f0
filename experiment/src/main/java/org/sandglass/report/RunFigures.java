package org.sandglass.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.sandglass.figure.Figure;
import org.sandglass.run.Evidence;
import org.sandglass.sampler.Trajectory;
import org.sandglass.schedule.PanelTimes;
import org.sandglass.specification.FigureKind;
import org.sandglass.specification.FigureSpec;
import org.sandglass.specification.ImageSpec;
import org.sandglass.specification.Space;

/// The figures of a run: those that its experiment names, as its space has them.
final class RunFigures {
    private static final int FRAMES = 41;
    private static final int MOVING = 1000;

    /// Frames of tiles are large.
    private static final int FRAMES_OF_IMAGES = 21;

    private final Evidence evidence;
    private final Views views;
    private final SummaryFigures summary;

    RunFigures(Evidence evidence) {
        this.evidence = evidence;
        this.views = Views.of(evidence);
        this.summary = new SummaryFigures(evidence);
    }

    /// All figures that stand still, in the order in which the experiment names them. On the line, and of images, the
    /// marginal and the samples are one figure.
    List<Exhibit> still() {
        boolean same = space() == Space.LINE || space() == Space.IMAGES;
        boolean marginals = asksFor(FigureKind.MARGINALS);
        return evidence.figures().stream()
                .filter(figure -> !(same && figure.kind() == FigureKind.SAMPLES && marginals))
                .flatMap(this::of)
                .toList();
    }

    private Space space() {
        return evidence.spec().space(evidence.law().d());
    }

    private boolean asksFor(FigureKind kind) {
        return evidence.figures().stream().anyMatch(figure -> figure.kind() == kind);
    }

    private Stream<Exhibit> of(FigureSpec figure) {
        FigureKind kind = figure.kind();
        return switch (kind) {
            case DATA -> evidence.data().stream().flatMap(data -> views.data(figure, data).stream());
            case DENSITY -> views.density(figure).stream();
            case POSTERIOR -> evidence.given().stream().flatMap(given -> views.posterior(figure, given).stream());
            case DIFFUSION -> views.diffusion(figure).stream();
            case FORWARD -> views.forward(figure).stream();
            case MARGINALS -> each(figure, views::marginals);
            case SAMPLES -> each(figure, views::samples);
            case TRAJECTORIES -> each(figure, views::trajectories);
            case EVOLUTION -> each(figure, views::evolution);
            case MODES -> summary.modes().map(drawn -> Exhibit.of(kind, drawn)).stream();
            case ERRORS -> summary.errors().map(drawn -> Exhibit.of(kind, drawn)).stream();
            case ANIMATION -> Stream.empty();
        };
    }

    private Stream<Exhibit> each(FigureSpec figure, BiFunction<FigureSpec, Evidence.OfSampler, Figure> view) {
        return evidence.samplers().stream()
                .map(sampler -> Exhibit.of(figure.kind(), sampler, view.apply(figure, sampler)));
    }

    /// What moves: the process towards noise, and each sampler towards data.
    List<Motion> moving() {
        List<Motion> motions = new ArrayList<>();
        if (asksFor(FigureKind.ANIMATION)) {
            Trajectory forward = ExactDraws.of(evidence)
                    .forward("forward animation", space() == Space.IMAGES ? ImageViews.MOVING : MOVING);
            motions.add(views.motion(
                    "forward",
                    "From data to noise",
                    "exact draws carried by the exact transitions of "
                            + evidence.spec().process().name(),
                    forward,
                    frames(forward)));
            for (Evidence.OfSampler sampler : evidence.samplers()) {
                motions.add(views.motion(
                        "backward-" + sampler.result().name(),
                        "From noise to data: " + sampler.result().name(),
                        "points of " + sampler.result().name(),
                        sampler.paths(),
                        frames(sampler.paths())));
            }
        }
        return motions;
    }

    private List<Integer> frames(Trajectory paths) {
        double size = evidence.spec().shown().image().map(ImageSpec::size).orElse(1.0);
        int most = space() == Space.IMAGES ? FRAMES_OF_IMAGES : FRAMES;
        double[] times = new PanelTimes.NoiseShare(size).times(evidence.law().schedule(), most);
        return Stops.of(paths.times(), evidence.law().schedule(), times);
    }
}
