package org.sandglass.figure;

import org.sandglass.figure.Lettering.Weight;

/// How wide letters are, so that text is laid out alike on every machine, with or without fonts.
///
/// The numbers are the advance widths of Liberation Sans 2.1.5, in thousandths of the size; Arial and Helvetica
/// have the same. Characters without a number count as wide as a capital letter. Kerning is left out: a line is
/// stretched to the width computed here wherever that matters.
final class TextWidths {
    private static final int OTHER = 667;

    private static final short[] ASCII = table("""
            278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556
            556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556
            833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500
            556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500
            334 260 334 584
            """);
    private static final short[] LATIN = table("""
            278 333 556 556 556 556 260 556 333 737 370 556 584 0 737 552 400 549 333 333 333 576 537
            333 333 333 365 556 834 834 834 611 667 667 667 667 667 667 1000 722 667 667 667 667 278
            278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556
            556 556 889 500 556 556 556 556 278 278 278 278 556 556 556 556 556 556 556 549 611 556 556
            556 556 500 556 500
            """);
    private static final short[] GREEK = table("""
            667 667 551 668 667 611 722 778 278 667 668 833 722 650 778 722 667 667 618 611 667 798 667
            835 748 278 667 578 446 556 222 547 578 575 500 557 446 441 556 556 222 500 500 576 500 448
            556 690 569 482 617 395 547 648 525 713 781
            """);
    private static final short[] BOLD_ASCII = table("""
            278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556
            556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833
            722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611
            556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389
            280 389 584
            """);
    private static final short[] BOLD_LATIN = table("""
            278 333 556 556 556 556 280 556 333 737 370 556 584 0 737 552 400 549 333 333 333 576 556
            333 333 333 365 556 834 834 834 611 722 722 722 722 722 722 1000 722 667 667 667 667 278
            278 278 278 722 722 778 778 778 778 778 584 778 722 722 722 722 667 667 611 556 556 556 556
            556 556 889 556 556 556 556 556 278 278 278 278 611 611 611 611 611 611 611 549 611 611 611
            611 611 556 611 556
            """);
    private static final short[] BOLD_GREEK = table("""
            722 722 601 719 667 611 722 778 278 722 667 833 722 644 778 722 667 667 600 611 667 821 667
            809 802 278 667 615 451 611 278 582 615 610 556 606 475 460 611 541 278 558 556 612 556 445
            611 766 619 520 684 446 582 715 576 753 845
            """);

    private TextWidths() {}

    /// The width of a text.
    ///
    /// @param text one line
    /// @param size the size of its letters in pixels
    /// @param weight regular or bold
    /// @return its width in pixels
    static double width(String text, double size, Weight weight) {
        return text.codePoints().map(c -> thousandths(c, weight)).sum() * size / 1000;
    }

    private static int thousandths(int c, Weight weight) {
        boolean bold = weight == Weight.BOLD;
        if (c >= ' ' && c <= '~') {
            return (bold ? BOLD_ASCII : ASCII)[c - ' '];
        }
        if (c >= 0xa0 && c <= 0xff) {
            return (bold ? BOLD_LATIN : LATIN)[c - 0xa0];
        }
        if (c >= 0x391 && c <= 0x3c9) {
            return (bold ? BOLD_GREEK : GREEK)[c - 0x391];
        }
        return sign(c);
    }

    /// Punctuation and mathematical signs, which are as wide in bold.
    private static int sign(int c) {
        return switch (c) {
            case '\u2013' -> 556; // –
            case '\u2014', '\u2026', '\u2190', '\u2192' -> 1000; // — … ← →
            case '\u2018', '\u2019' -> 222; // ‘ ’
            case '\u201c', '\u201d' -> 333; // “ ”
            case '\u2022' -> 350; // •
            case '\u2191', '\u2193' -> 500; // ↑ ↓
            case '\u2202' -> 494; // ∂
            case '\u2211', '\u221e' -> 713; // ∑ ∞
            case '\u2212' -> 584; // −
            case '\u221a', '\u2248', '\u2260', '\u2264', '\u2265' -> 549; // √ ≈ ≠ ≤ ≥
            case '\u222b' -> 274; // ∫
            default -> OTHER;
        };
    }

    private static short[] table(String numbers) {
        String[] words = numbers.strip().split("\\s+");
        short[] table = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            table[i] = Short.parseShort(words[i]);
        }
        return table;
    }
}
