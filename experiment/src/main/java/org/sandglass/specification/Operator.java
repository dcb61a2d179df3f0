package org.sandglass.specification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sandglass.format.IndexRange;
import org.sandglass.format.InputException;

/// What a measurement looks at: the rows of `A` in `y = A x + ε`. Immutable.
sealed interface Operator {
    /// The matrix, for points of a dimension; refuses another one.
    double[][] rows(int d);

    /// What says the same in a file.
    Object toDocument();

    /// A matrix, or `{mask: [0, 5, 8..31]}`, with a row for each number of `y`.
    static Operator read(Node node, Numbers y) {
        return node.isMapping() ? Mask.read(node.known(List.of("mask")).get("mask"), y) : Matrix.read(node, y);
    }

    /// All numbers of `A`.
    ///
    /// @param numbers m x D
    record Matrix(Numbers numbers) implements Operator {
        private static Matrix read(Node node, Numbers y) {
            Numbers numbers = Numbers.of(node);
            if (numbers.rank() != 2 || numbers.axis(0) != y.size()) {
                throw Checks.shape(numbers, "m x D numbers with a row for each of the " + y.size() + " numbers of y");
            }
            Checks.finite(numbers);
            return new Matrix(numbers);
        }

        @Override
        public double[][] rows(int d) {
            if (numbers.axis(1) != d) {
                throw new InputException(numbers.where() + " must have D = " + d
                        + " columns as the mixture has dimensions, got " + numbers.axis(1));
            }
            double[][] rows = new double[numbers.axis(0)][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = numbers.slice(i * d, (i + 1) * d);
            }
            return rows;
        }

        @Override
        public Object toDocument() {
            return numbers.nested();
        }
    }

    /// Rows of the identity: some coordinates are seen, the others are not.
    ///
    /// @param seen in the order of `y`
    record Mask(List<Coordinate> seen) implements Operator {
        /// A coordinate, and the place in the file that names it.
        record Coordinate(String where, int index) {}

        private static Mask read(Node node, Numbers y) {
            List<Node> items = node.isList() ? node.items() : List.of(node);
            if (items.isEmpty()) {
                throw node.error("must not be empty");
            }
            List<IndexRange> ranges = items.stream().map(Mask::range).toList();
            long m = ranges.stream().mapToLong(IndexRange::size).sum();
            if (y.size() != m) {
                throw Checks.shape(y, "m = " + m + " numbers, one for each coordinate of the mask");
            }
            List<Coordinate> seen = new ArrayList<>();
            Set<Integer> known = new HashSet<>();
            for (int i = 0; i < ranges.size(); i++) {
                for (int index : ranges.get(i).stream().toArray()) {
                    if (!known.add(index)) {
                        throw items.get(i).error("sees coordinate " + index + " again; each can be seen once");
                    }
                    seen.add(new Coordinate(items.get(i).where(), index));
                }
            }
            return new Mask(List.copyOf(seen));
        }

        private static IndexRange range(Node item) {
            return IndexRange.find(item.text())
                    .orElseThrow(() -> item.wanted("a coordinate such as 5, or a range such as 0..31"));
        }

        @Override
        public double[][] rows(int d) {
            double[][] rows = new double[seen.size()][d];
            for (int i = 0; i < rows.length; i++) {
                int index = seen.get(i).index();
                if (index >= d) {
                    throw new InputException(seen.get(i).where() + " sees coordinate " + index
                            + ", the mixture has coordinates 0 to " + (d - 1));
                }
                rows[i][index] = 1;
            }
            return rows;
        }

        @Override
        public Object toDocument() {
            return Map.of("mask", seen.stream().map(Coordinate::index).toList());
        }
    }
}
