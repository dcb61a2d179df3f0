package org.sandglass.conformance;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// The outcome of one check.
///
/// @param check its name, as in `marginals`
/// @param outcome how it came out
/// @param sentence what was found, or what is wrong
/// @param numbers what it rests on, by name
/// @param falseAlarm the chance that a right sampler fails this check; 0 where nothing is random
public record Verdict(
        String check, Outcome outcome, String sentence, SequencedMap<String, Double> numbers, double falseAlarm) {
    /// How a check came out.
    public enum Outcome {
        /// Nothing is wrong.
        PASS("pass"),
        /// Something is.
        FAIL("FAIL"),
        /// The check needs what this sampler does not show.
        NOT_JUDGED("not judged");

        private final String word;

        Outcome(String word) {
            this.word = word;
        }

        /// The word for people.
        ///
        /// @return as in `pass`
        public String word() {
            return word;
        }
    }

    /// Copies the numbers.
    public Verdict {
        numbers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(numbers));
    }

    static Verdict pass(String check, String sentence) {
        return new Verdict(check, Outcome.PASS, sentence, new LinkedHashMap<>(), 0);
    }

    static Verdict fail(String check, String sentence) {
        return new Verdict(check, Outcome.FAIL, sentence, new LinkedHashMap<>(), 0);
    }

    static Verdict notJudged(String check, String why) {
        return new Verdict(check, Outcome.NOT_JUDGED, why, new LinkedHashMap<>(), 0);
    }

    /// The same with the odds of a false alarm.
    Verdict at(double odds) {
        return new Verdict(check, outcome, sentence, numbers, odds);
    }

    /// The same with a number more.
    Verdict with(String name, double value) {
        SequencedMap<String, Double> more = new LinkedHashMap<>(numbers);
        more.put(name, value);
        return new Verdict(check, outcome, sentence, more, falseAlarm);
    }

    /// Whether something is wrong.
    ///
    /// @return false also if the check was not judged
    public boolean isFailure() {
        return outcome == Outcome.FAIL;
    }
}
