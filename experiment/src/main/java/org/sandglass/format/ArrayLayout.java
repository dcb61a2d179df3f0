package org.sandglass.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a file of results holds: named quantities of points, for one mixture or a batch, at one time or
/// several.
///
/// An array has shape `[T, N, B, …]`, without `T` if there are no times and without `B` if there is no batch;
/// `N` is as many as are written.
///
/// @param times the times of the leading axis, or none for no such axis; they are written as the array `time`
/// @param batch how many mixtures each point belongs to, or empty for no such axis
/// @param quantities the arrays, in order
public record ArrayLayout(List<Double> times, OptionalInt batch, List<Quantity> quantities) {
    static final String TIME = "time";
    static final String BATCH = "b";

    /// Checks that names differ, and copies the lists.
    public ArrayLayout {
        times = List.copyOf(times);
        quantities = List.copyOf(quantities);
        List<String> names = quantities.stream().map(Quantity::name).toList();
        if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("a layout needs quantities of different names, got " + names);
        }
        if (!times.isEmpty() && names.contains(TIME)) {
            throw new IllegalArgumentException("a quantity cannot be named time beside an axis of times");
        }
        if (batch.isPresent() && batch.getAsInt() < 1) {
            throw new IllegalArgumentException("a batch needs B >= 1, got " + batch.getAsInt());
        }
    }

    /// Quantities of points for one mixture, without times.
    ///
    /// @param quantities the arrays, in order
    /// @return a layout of shapes `[N, …]`
    public static ArrayLayout of(Quantity... quantities) {
        return of(Arrays.asList(quantities));
    }

    /// Quantities of points for one mixture, without times.
    ///
    /// @param quantities the arrays, in order
    /// @return a layout of shapes `[N, …]`
    public static ArrayLayout of(List<Quantity> quantities) {
        return new ArrayLayout(List.of(), OptionalInt.empty(), quantities);
    }

    /// This layout for a batch.
    ///
    /// @param mixtures how many, `≥ 1`
    /// @return a layout of shapes `[…, N, B, …]`
    public ArrayLayout withBatch(int mixtures) {
        return new ArrayLayout(times, OptionalInt.of(mixtures), quantities);
    }

    /// This layout at several times.
    ///
    /// @param atTimes the times, in the order in which rows will be written
    /// @return a layout of shapes `[T, N, …]` with the array `time`
    public ArrayLayout withTimes(double... atTimes) {
        return new ArrayLayout(Arrays.stream(atTimes).boxed().toList(), batch, quantities);
    }

    /// The whole shape of an array.
    ///
    /// @param quantity one of ours
    /// @param points how many points were written
    /// @return `[T, N, B, …]`
    List<Long> shape(Quantity quantity, long points) {
        List<Long> shape = new ArrayList<>();
        if (!times.isEmpty()) {
            shape.add((long) times.size());
        }
        shape.add(points);
        batch.ifPresent(b -> shape.add((long) b));
        quantity.shape().forEach(length -> shape.add((long) length));
        return List.copyOf(shape);
    }

    /// The columns of a table of these quantities.
    ///
    /// @return `time`, `b` where they apply, then `name`, `name0 …` or `name0_0 …`
    List<String> columns() {
        List<String> columns = new ArrayList<>();
        if (!times.isEmpty()) {
            columns.add(TIME);
        }
        if (batch.isPresent()) {
            columns.add(BATCH);
        }
        quantities.forEach(quantity -> columns.addAll(columns(quantity)));
        return columns;
    }

    private static List<String> columns(Quantity quantity) {
        Stream<String> suffixes = Stream.of("");
        for (int length : quantity.shape()) {
            suffixes = suffixes.flatMap(before ->
                    IntStream.range(0, length).mapToObj(i -> before.isEmpty() ? String.valueOf(i) : before + "_" + i));
        }
        return suffixes.map(suffix -> quantity.name() + suffix).toList();
    }
}
