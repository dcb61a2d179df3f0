package org.sandglass.format;

import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// One array of a JSON file, as nested lists: alone, or in an object under its name.
final class JsonReader implements ArrayReader {
    private final String source;
    private final String array;
    private final JsonParser json;
    private final List<Integer> rowShape;
    private final int rowSize;
    private final double[] first;
    private boolean firstPending;
    private boolean ended;
    private long row;

    private JsonReader(String source, String array, JsonParser json) {
        this.source = source;
        this.array = array;
        this.json = json;
        findArray();
        this.ended = json.nextToken() == JsonToken.END_ARRAY;
        this.firstPending = !ended;
        NumberArray example = ended ? NumberArray.wrap(List.of(), new double[1]) : example();
        this.rowShape = example.shape();
        this.rowSize = Shapes.rowSize(rowShape);
        this.first = example.data();
    }

    /// Opens an array.
    ///
    /// @param file the file
    /// @param wanted its name in an object, by default `x`
    /// @return its rows
    /// @throws InputException if there is no such array, or it is no JSON
    /// @throws IOException if the machine fails
    static ArrayReader open(Path file, Optional<String> wanted) throws IOException {
        JsonParser json = new JsonFactory()
                .createParser(ObjectReadContext.empty(), new BufferedInputStream(Files.newInputStream(file)));
        try {
            return new JsonReader(file.toString(), wanted.orElse(ArrayFiles.POINTS), json);
        } catch (JacksonException e) {
            json.close();
            throw translated(file.toString(), e);
        } catch (RuntimeException e) {
            json.close();
            throw e;
        }
    }

    /// The caller's mistake behind a complaint of the parser, unless the machine failed.
    private static InputException translated(String source, JacksonException e) throws IOException {
        if (e instanceof JacksonIOException
                && e.getCause() instanceof IOException cause
                && !(cause instanceof CharConversionException)) {
            throw cause;
        }
        return new InputException(source + ": line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage());
    }

    private void findArray() {
        JsonToken token = json.nextToken();
        if (token == JsonToken.START_OBJECT) {
            do {
                if (json.nextToken() != JsonToken.PROPERTY_NAME) {
                    throw new InputException(source + ": has no array " + array);
                }
                token = json.nextToken();
                if (!json.currentName().equals(array)) {
                    json.skipChildren();
                }
            } while (!json.currentName().equals(array));
        }
        if (token != JsonToken.START_ARRAY) {
            throw new InputException(source + ": needs a list of points, or an object with one as " + array);
        }
    }

    private NumberArray example() {
        return NestedLists.array(nested()).orElseThrow(() -> mistake("is ragged in row 0"));
    }

    /// The present value as nested lists of doubles.
    private Object nested() {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return number();
        }
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(nested());
        }
        return items;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public List<Integer> rowShape() {
        return rowShape;
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public int read(double[] out, int maxRows) throws IOException {
        try {
            int rows = 0;
            while (rows < maxRows && readOne(out, rows * rowSize)) {
                rows++;
                row++;
            }
            return rows;
        } catch (JacksonException e) {
            throw translated(source, e);
        }
    }

    private boolean readOne(double[] out, int at) {
        if (firstPending) {
            firstPending = false;
            System.arraycopy(first, 0, out, at, rowSize);
            return true;
        }
        if (!ended && json.nextToken() != JsonToken.END_ARRAY) {
            fill(0, out, at);
            return true;
        }
        finish();
        return false;
    }

    private int fill(int axis, double[] out, int at) {
        if (axis == rowShape.size()) {
            out[at] = number();
            return at + 1;
        }
        int next = at;
        require(json.currentToken() == JsonToken.START_ARRAY);
        for (int i = 0; i < rowShape.get(axis); i++) {
            require(json.nextToken() != JsonToken.END_ARRAY);
            next = fill(axis + 1, out, next);
        }
        require(json.nextToken() == JsonToken.END_ARRAY);
        return next;
    }

    private void require(boolean good) {
        if (!good) {
            throw mistake("needs rows of shape " + rowShape + " as in row 0, row " + row + " differs");
        }
    }

    private double number() {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_STRING ->
                NumberText.nonFinite(json.getString())
                        .orElseThrow(() -> mistake("needs numbers, got \"" + json.getString() + "\" in row " + row));
            default -> throw mistake("needs numbers, got " + json.getString() + " in row " + row);
        };
    }

    private InputException mistake(String what) {
        return new InputException(
                source + ": line " + json.currentTokenLocation().getLineNr() + ": " + array + " " + what);
    }

    /// Reads on to the end, so that a file that was cut off is noticed.
    private void finish() {
        ended = true;
        while (!json.streamReadContext().inRoot()) {
            json.nextToken();
            json.skipChildren();
        }
        if (json.nextToken() != null) {
            throw mistake("is followed by something else");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
