package org.sandglass.target;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Published numbers that no formula gives: a text resource with a name and its numbers on each line.
/// Immutable.
final class Tables {
    private final String resource;
    private final Map<String, double[]> rows;

    private Tables(String resource, Map<String, double[]> rows) {
        this.resource = resource;
        this.rows = rows;
    }

    static Tables read(String resource) {
        try (InputStream in = Tables.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            return new Tables(
                    resource,
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                            .lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" ", 2))
                            .collect(Collectors.toMap(parts -> parts[0], parts -> numbers(parts[1]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The numbers beside a name, a copy.
    double[] get(String name) {
        if (!rows.containsKey(name)) {
            throw new IllegalStateException(resource + " has no line " + name);
        }
        return rows.get(name).clone();
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
