package org.sandglass.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/// Files made by `make_fixtures.py`, and what they hold.
final class Fixtures {
    static final double[] X = {1.0, -2.5, 0.1, 1e300, -0.0, Double.MIN_VALUE};
    static final double[] SMALL = {0, 1, 2, 3, 100, 7};

    private Fixtures() {}

    static Path copy(String name, Path folder) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = Fixtures.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no test resource " + name);
            }
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    static double[] upTo(int n) {
        double[] numbers = new double[n];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }
}
