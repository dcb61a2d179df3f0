package org.sandglass.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// An index, or a range of them with both ends, as people write it: `7` or `0..63`.
///
/// @param first the least, `≥ 0`
/// @param last the greatest, `≥ first`
public record IndexRange(int first, int last) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?:\\s*\\.\\.\\s*(\\d{1,9}))?");

    /// What a text means.
    ///
    /// @param text as in `7` or `0..63`
    /// @return the range; nothing if the text is no index and no rising range
    public static Optional<IndexRange> find(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = Optional.ofNullable(matcher.group(2)).map(Integer::parseInt).orElse(first);
        return first <= last ? Optional.of(new IndexRange(first, last)) : Optional.empty();
    }

    /// How many there are.
    ///
    /// @return `last − first + 1`
    public int size() {
        return last - first + 1;
    }

    /// Each of them.
    ///
    /// @return rising
    public IntStream stream() {
        return IntStream.rangeClosed(first, last);
    }
}
