package org.sandglass.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.sandglass.metric.Comparison;

/// How far a sampler is from the exact answer.
///
/// @param value the distance
/// @param standardError of it, 0 where nothing was drawn
/// @param floor what exact draws of the same size score, or how exact the answer itself is known
/// @param floorStandardError of that
record ErrorValue(double value, double standardError, double floor, double floorStandardError) {
    /// Standard errors by which a number must exceed its floor.
    private static final double CLEARLY = 4;

    /// And how many times as large it must be: noise adds to an error as to the hypotenuse, so that a third of it
    /// changes it by a twentieth.
    private static final double TIMES = 3;

    /// A number without error.
    static ErrorValue exact(double value) {
        return new ErrorValue(value, 0, 0, 0);
    }

    static ErrorValue of(Comparison comparison) {
        return new ErrorValue(
                comparison.points().value(),
                comparison.points().standardError(),
                comparison.floor().value(),
                comparison.floor().standardError());
    }

    /// The mean over repeats. Its error is the spread of the repeats where there are some, else its own.
    static ErrorValue mean(List<ErrorValue> repeats) {
        if (repeats.size() == 1) {
            return repeats.getFirst();
        }
        Mean values = Mean.of(repeats.stream().mapToDouble(ErrorValue::value).toArray());
        Mean floors = Mean.of(repeats.stream().mapToDouble(ErrorValue::floor).toArray());
        return new ErrorValue(values.mean(), values.error(), floors.mean(), floors.error());
    }

    private record Mean(double mean, double error) {
        static Mean of(double[] values) {
            double mean = java.util.Arrays.stream(values).sum() / values.length;
            double square = 0;
            for (double value : values) {
                square += (value - mean) * (value - mean);
            }
            return new Mean(mean, Math.sqrt(square / values.length / (values.length - 1)));
        }
    }

    /// Whether it can be told from what exact draws score.
    boolean isClearlyAboveFloor() {
        return value > TIMES * floor && value - floor > CLEARLY * Math.hypot(standardError, floorStandardError);
    }

    /// Whether exact draws could score as much.
    boolean isAtFloor() {
        return floor > 0 && !(value - floor > CLEARLY * Math.hypot(standardError, floorStandardError));
    }

    SequencedMap<String, Object> toDocument() {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("value", value);
        document.put("standard-error", standardError);
        document.put("floor", floor);
        document.put("floor-standard-error", floorStandardError);
        document.put("at-floor", isAtFloor());
        return document;
    }
}
