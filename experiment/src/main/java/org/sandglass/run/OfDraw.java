package org.sandglass.run;

import java.util.Arrays;
import java.util.Optional;

/// What is known about a row from how it was drawn, and not from the point alone.
public enum OfDraw implements Beside {
    /// The component that the row was drawn from, an integer.
    COMPONENT("component"),
    /// The share of its steps that a Langevin chain accepted.
    ACCEPTANCE("acceptance");

    private final String word;

    OfDraw(String word) {
        this.word = word;
    }

    /// What a name stands for.
    static Optional<OfDraw> find(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    @Override
    public String word() {
        return word;
    }

    /// The array that holds it.
    org.sandglass.format.Quantity array() {
        return switch (this) {
            case COMPONENT -> org.sandglass.format.Quantity.integer(word);
            case ACCEPTANCE -> org.sandglass.format.Quantity.scalar(word);
        };
    }
}
