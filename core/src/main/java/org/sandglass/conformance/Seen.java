package org.sandglass.conformance;

/// What a probe of the steps has shown.
sealed interface Seen {
    /// The responses of every state to every answer.
    record Responses(Trace trace) implements Seen {}

    /// Nothing.
    ///
    /// @param reason why not, for people
    record Nothing(String reason) implements Seen {}
}
