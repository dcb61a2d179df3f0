package org.sandglass.linalg;

import java.util.function.IntConsumer;

/// Runs a task for every number in `[0, count)`, on whatever threads; which one takes which never changes a
/// result.
@FunctionalInterface
public interface Loop {
    /// A loop on this thread, in order.
    Loop HERE = (count, task) -> {
        for (int i = 0; i < count; i++) {
            task.accept(i);
        }
    };

    /// Runs the task and waits for all.
    ///
    /// @param count how many
    /// @param task what to do for each; writes only what belongs to its number
    void forEach(int count, IntConsumer task);
}
