package org.sandglass.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sandglass.format.ArrayLayout;
import org.sandglass.format.ArrayWriter;
import org.sandglass.format.Quantity;

/// Numbers by name, one of each per point, to be written.
final class Columns {
    private final List<Quantity> names = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    Columns add(String name, double[] values) {
        names.add(Quantity.scalar(name));
        numbers.add(values);
        return this;
    }

    Columns addWhole(String name, int[] values) {
        names.add(Quantity.integer(name));
        numbers.add(Arrays.stream(values).asDoubleStream().toArray());
        return this;
    }

    void write(int rows, PointEvaluation.Target target) throws IOException {
        try (ArrayWriter out = target.open(ArrayLayout.of(names))) {
            out.append(rows, numbers.toArray(double[][]::new));
            out.commit();
        }
    }
}
