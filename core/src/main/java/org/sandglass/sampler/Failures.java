package org.sandglass.sampler;

import java.util.concurrent.ConcurrentSkipListMap;

/// What pieces of work threw, by the place of each in an order of theirs: which failure is told does not depend on
/// which came first by the clock. For any number of threads.
final class Failures {
    private final ConcurrentSkipListMap<Long, Throwable> thrown = new ConcurrentSkipListMap<>();

    void add(long place, Throwable failure) {
        thrown.put(place, failure);
    }

    /// Whether something failed at an earlier place, so that this one does not matter any more.
    boolean anyBefore(long place) {
        return !thrown.isEmpty() && thrown.firstKey() < place;
    }

    /// Throws the failure of the first place, as it was thrown, if there is any.
    void throwFirst() {
        if (!thrown.isEmpty()) {
            throw unchecked(thrown.firstEntry().getValue());
        }
    }

    /// What a task threw, which can only be unchecked.
    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException exception ? exception : new IllegalStateException(failure);
    }
}
