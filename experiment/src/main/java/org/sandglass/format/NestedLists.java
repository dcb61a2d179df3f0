package org.sandglass.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Nested lists of doubles as an array.
final class NestedLists {
    private final List<Integer> shape = new ArrayList<>();
    private final double[] data;
    private int filled;

    private NestedLists(Object nested) {
        for (Object item = nested; item instanceof List<?> list; item = list.isEmpty() ? 0.0 : list.getFirst()) {
            shape.add(list.size());
        }
        data = new double[Shapes.rowSize(shape)];
    }

    /// The array that nested lists spell.
    ///
    /// @param nested a `Double`, or a `List` of such
    /// @return the array, or empty if the lists are ragged
    static Optional<NumberArray> array(Object nested) {
        NestedLists array = new NestedLists(nested);
        return array.fill(nested, 0) ? Optional.of(NumberArray.wrap(array.shape, array.data)) : Optional.empty();
    }

    private boolean fill(Object item, int axis) {
        return switch (item) {
            case List<?> list
            when axis < shape.size() && list.size() == shape.get(axis) ->
                list.stream().allMatch(inner -> fill(inner, axis + 1));
            case Double value
            when axis == shape.size() -> {
                data[filled++] = value;
                yield true;
            }
            default -> false;
        };
    }
}
