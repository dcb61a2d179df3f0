package org.sandglass.fit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A component for every row: the labels of data, numbered in the order in which they first appear.
/// Immutable.
public final class Labelling {
    private final int[] numbers;
    private final List<String> names;

    private Labelling(int[] numbers, List<String> names) {
        this.numbers = numbers;
        this.names = List.copyOf(names);
    }

    /// The labels of rows.
    ///
    /// @param labels one per row, as text
    /// @return the same, numbered
    public static Labelling of(List<String> labels) {
        Map<String, Integer> known = new LinkedHashMap<>();
        int[] numbers = new int[labels.size()];
        for (int i = 0; i < numbers.length; i++) {
            int next = known.size();
            numbers[i] = known.computeIfAbsent(labels.get(i), _ -> next);
        }
        return new Labelling(numbers, List.copyOf(known.keySet()));
    }

    /// Numbers in `[0, k)`; takes the array over.
    static Labelling wrap(int[] numbers, int k) {
        return new Labelling(
                numbers,
                java.util.stream.IntStream.range(0, k)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    /// How many rows.
    ///
    /// @return `n`
    public int n() {
        return numbers.length;
    }

    /// How many labels there are.
    ///
    /// @return `K`
    public int k() {
        return names.size();
    }

    /// The labels.
    ///
    /// @return a name per component
    public List<String> names() {
        return names;
    }

    int number(int row) {
        return numbers[row];
    }

    /// Whole memberships: `r[k·(to − from) + i]` is 1 where row `from + i` is of component `k`, else 0.
    void memberships(int from, int to, double[] r) {
        int n = to - from;
        java.util.Arrays.fill(r, 0, k() * n, 0);
        for (int i = 0; i < n; i++) {
            r[numbers[from + i] * n + i] = 1;
        }
    }
}
