package org.sandglass.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.sandglass.format.InputException;
import org.sandglass.metric.Metric;
import org.sandglass.metric.Reference;
import org.sandglass.random.RandomStreams;
import org.sandglass.sampler.Start;
import org.sandglass.sampler.StepObserver;
import org.sandglass.sampler.Workers;
import org.sandglass.specification.CompareSpec;

/// Judges all cells of a plan, each in the most exact way that there is for it.
///
/// @param spec what is asked for
/// @param workers the threads
/// @param meter told of every step
record Judging(CompareSpec spec, Workers workers, Meter meter) {
    /// The exact distance of points on the line to the law itself.
    private static final String ON_THE_LINE = "w2-exact-1d";

    List<Group> of(Plan plan) {
        plan.cases().forEach(this::requireSuitable);
        return plan.cases().stream().map(this::group).toList();
    }

    private Group group(Case each) {
        DrawingJudge drawing = drawing(each);
        List<Group.Line> lines =
                each.curves().stream().map(curve -> line(each, curve, drawing)).toList();
        return new Group(
                each.mixture(),
                each.process(),
                each.law().mixture().k(),
                each.law().d(),
                each.headline(spec.metrics()),
                lines);
    }

    private Group.Line line(Case each, Curve curve, DrawingJudge drawing) {
        List<Row> rows = new ArrayList<>();
        for (Cell cell : curve.cells()) {
            rows.add(row(each, curve, cell, drawing));
            meter.done(cell.sampler().grid().steps());
        }
        MeasuredOrder order = MeasuredOrder.of(errorForOrder(each, rows), rows, each.size());
        return new Group.Line(curve.name(), curve.grid(), curve.stochastic(), rows, order);
    }

    /// The distance to the exact flow is free of noise, so it tells the order best where it is there.
    private String errorForOrder(Case each, List<Row> rows) {
        boolean flow = rows.stream().anyMatch(row -> row.has(DrawingJudge.TO_FLOW));
        return flow ? DrawingJudge.TO_FLOW : each.headline(spec.metrics());
    }

    /// A judge that draws nothing, if there is one for this rule, else by drawing. Whether a rule is affine, so that
    /// the law of its output on one Gaussian is known, is found out by trying.
    private Row row(Case each, Curve curve, Cell cell, DrawingJudge drawing) {
        StepObserver observer = meter.of(curve.name() + " " + cell.steps() + " on " + each.mixture());
        if (each.law().mixture().k() == 1) {
            try {
                return judged(each, curve, cell, new GaussianJudge(each.law(), start()), observer);
            } catch (IllegalArgumentException _) {
                // Not affine: by the next way.
            }
        }
        if (each.law().d() == 1 && !cell.sampler().step().stochastic()) {
            Judge line = new LineJudge(each.law(), start(), RandomStreams.of(spec.seed()), workers);
            return judged(each, curve, cell, line, observer);
        }
        if (cell.equals(curve.cells().getFirst())) {
            drawing.warmUp(cell);
        }
        return judged(each, curve, cell, drawing, observer);
    }

    private static Row judged(Case each, Curve curve, Cell cell, Judge judge, StepObserver observer) {
        Verdict verdict = judge.judge(cell, observer);
        return new Row(
                each.mixture(),
                each.process(),
                curve.name(),
                curve.grid(),
                cell.asked(),
                cell.steps(),
                judge.method(),
                verdict);
    }

    private Start start() {
        return spec.exactStart() ? Start.EXACT : Start.PRIOR;
    }

    private DrawingJudge drawing(Case each) {
        RandomStreams root = RandomStreams.of(spec.seed());
        List<RandomStreams> repeats = IntStream.range(0, spec.repeats())
                .mapToObj(r -> RandomStreams.of(root.stream("repeat", r).nextLong()))
                .toList();
        return new DrawingJudge(each.law(), start(), spec.count(), repeats, metrics(each), workers);
    }

    /// The metrics by their names in results; usual ones that do not suit the case are left out.
    private SequencedMap<String, Metric> metrics(Case each) {
        SequencedMap<String, Metric> metrics = new LinkedHashMap<>();
        if (each.law().d() == 1) {
            metrics.put(Case.W2, Metric.find(ON_THE_LINE).orElseThrow());
        }
        Reference reference = reference(each);
        for (String name : spec.metrics()) {
            Metric metric = Metric.find(name).orElseThrow();
            if (metric.objection(reference).isEmpty()) {
                metrics.put(name, metric);
            }
        }
        return metrics;
    }

    private Reference reference(Case each) {
        return new Reference(each.law().mixture(), spec.count(), RandomStreams.of(spec.seed()), workers::forEach);
    }

    /// Refuses before any work what does not suit a case of several components.
    private void requireSuitable(Case each) {
        int most = Plan.mostPoints(each.law().d());
        if (spec.count() > most) {
            throw new InputException(
                    "count must be <= " + most + " in " + each.law().d() + " dimensions, got " + spec.count());
        }
        Reference reference = reference(each);
        for (String name : each.law().mixture().k() == 1 ? List.<String>of() : spec.metrics()) {
            Metric metric = Metric.find(name).orElseThrow();
            boolean needed = !metric.isUsual() || name.equals(each.headline(spec.metrics()));
            metric.objection(reference).filter(_ -> needed).ifPresent(objection -> {
                throw new InputException("metrics: " + name + " " + objection + " for " + each.mixture());
            });
        }
    }
}
