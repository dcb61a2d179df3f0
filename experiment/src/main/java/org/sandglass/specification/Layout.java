package org.sandglass.specification;

/// The sizes of an explicit mixture: `K` components in `D` dimensions, one mixture or a batch of `B`.
///
/// @param batched whether the means have a leading axis, also of length 1
/// @param b how many mixtures, 1 for a single one
/// @param k components of each
/// @param d dimension
record Layout(boolean batched, int b, int k, int d) {
    static Layout of(Numbers means) {
        int rank = means.rank();
        return new Layout(rank == 3, rank == 3 ? means.axis(0) : 1, means.axis(rank - 2), means.axis(rank - 1));
    }

    /// Whether numbers have this trailing shape with the batch axis in front.
    boolean isPerMixture(Numbers numbers, int... shape) {
        int[] full = new int[shape.length + 1];
        full[0] = b;
        System.arraycopy(shape, 0, full, 1, shape.length);
        return batched && numbers.hasShape(full);
    }

    /// Whether numbers have a shape, shared by the batch or one per mixture.
    boolean fits(Numbers numbers, int... shape) {
        return numbers.hasShape(shape) || isPerMixture(numbers, shape);
    }

    /// Where the numbers of one mixture start, for an array of this trailing shape.
    int offset(Numbers numbers, int mixture, int... shape) {
        int size = 1;
        for (int length : shape) {
            size *= length;
        }
        return numbers.hasShape(shape) ? 0 : mixture * size;
    }

    /// `K = 2`, or `B x K = 3 x 2`, as text for messages.
    String needed(String axes, int... shape) {
        String text = axes + " = " + Numbers.textOf(shape) + " numbers";
        return batched ? text + ", or the same for each of the " + b + " mixtures" : text;
    }
}
