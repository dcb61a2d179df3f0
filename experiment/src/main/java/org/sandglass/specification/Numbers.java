package org.sandglass.specification;

import java.util.Arrays;
import java.util.List;
import org.sandglass.linalg.Points;

/// An array of numbers of any rank as a document gives it, row-major, with the place it stood at.
///
/// Immutable: [#data()] is a copy.
final class Numbers {
    private final String where;
    private final double[] data;
    private final int[] shape;

    private Numbers(String where, double[] data, int[] shape) {
        this.where = where;
        this.data = data;
        this.shape = shape;
    }

    /// The numbers of nested lists, which must not be ragged.
    static Numbers of(Node node) {
        int[] shape = shapeOf(node);
        double[] data = new double[Math.toIntExact(sizeOf(shape))];
        int filled = fill(node, shape, 0, data, 0);
        assert filled == data.length;
        return new Numbers(node.where(), data, shape);
    }

    /// Numbers that come from a computation; the array is taken over.
    static Numbers wrap(double[] data, int... shape) {
        if (sizeOf(shape) != data.length) {
            throw new IllegalArgumentException(data.length + " numbers do not fill " + Arrays.toString(shape));
        }
        return new Numbers("", data, shape);
    }

    /// The coordinates of points, `N × D`.
    static Numbers of(Points points) {
        double[] data = new double[points.n() * points.d()];
        for (int i = 0; i < data.length; i++) {
            data[i] = points.get(i / points.d(), i % points.d());
        }
        return wrap(data, points.n(), points.d());
    }

    int rank() {
        return shape.length;
    }

    int axis(int i) {
        return shape[i];
    }

    int size() {
        return data.length;
    }

    double get(int i) {
        return data[i];
    }

    double[] data() {
        return data.clone();
    }

    /// The numbers `[from, to)` in row-major order.
    double[] slice(int from, int to) {
        return Arrays.copyOfRange(data, from, to);
    }

    boolean hasShape(int... wanted) {
        return Arrays.equals(shape, wanted);
    }

    /// The lengths of the axes as in `2 x 3 x 3`; `one number` for a scalar.
    String shapeText() {
        return shape.length == 0 ? "one number" : textOf(shape);
    }

    static String textOf(int... shape) {
        return String.join(
                " x ", Arrays.stream(shape).mapToObj(Integer::toString).toList());
    }

    /// The file and key path of number `i`: `mixture.yaml: stds[1][0]`.
    String where(int i) {
        StringBuilder path = new StringBuilder();
        int rest = i;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            path.insert(0, "[" + rest % shape[axis] + "]");
            rest /= shape[axis];
        }
        return where + path;
    }

    String where() {
        return where;
    }

    /// Nested lists of numbers, a number for a scalar: what a writer of documents takes.
    Object nested() {
        return nested(0, 0);
    }

    private Object nested(int axis, int from) {
        if (axis == shape.length) {
            return data[from];
        }
        int stride = (int) sizeOf(Arrays.copyOfRange(shape, axis + 1, shape.length));
        return java.util.stream.IntStream.range(0, shape[axis])
                .mapToObj(i -> nested(axis + 1, from + i * stride))
                .toList();
    }

    private static int[] shapeOf(Node node) {
        if (!node.isList()) {
            return new int[0];
        }
        List<Node> items = node.items();
        if (items.isEmpty()) {
            throw node.error("must not be empty");
        }
        int[] rest = shapeOf(items.getFirst());
        int[] shape = new int[rest.length + 1];
        shape[0] = items.size();
        System.arraycopy(rest, 0, shape, 1, rest.length);
        return shape;
    }

    private static int fill(Node node, int[] shape, int axis, double[] data, int from) {
        if (axis == shape.length) {
            data[from] = node.anyNumber();
            return from + 1;
        }
        if (!node.isList()) {
            throw node.wanted("a list of " + shape[axis] + " as its neighbours are");
        }
        if (node.items().size() != shape[axis]) {
            throw node.error("has " + node.items().size() + (node.items().size() == 1 ? " entry" : " entries")
                    + ", its neighbours have " + shape[axis]);
        }
        int next = from;
        for (Node item : node.items()) {
            next = fill(item, shape, axis + 1, data, next);
        }
        return next;
    }

    private static long sizeOf(int[] shape) {
        long size = 1;
        for (int length : shape) {
            size = Math.multiplyExact(size, length);
        }
        return size;
    }
}
