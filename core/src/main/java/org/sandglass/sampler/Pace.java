package org.sandglass.sampler;

/// How many steps make a span: as many as take about a twentieth of a second, from 1 to 16.
///
/// - Threads wait for each other once per span, which takes tens of microseconds: too long for each step of a few
///   thousand points, nothing for 16.
/// - A chunk of points stays in cache through a span. Where points are many and steps so cheap that memory matters, a
///   few steps at a time hide nearly all of it.
/// - Progress is told once per span, and is to look smooth.
/// - The parameters of all steps of a span are in memory, `O(K·d)` each. But they also take that long to compute:
///   if they are large a span is short.
///
/// The number changes no result, so a clock may decide.
public final class Pace {
    static final int MOST = 16;
    private static final long AIM_NANOS = 50_000_000;

    private int steps = 1;

    /// Knows nothing yet.
    public Pace() {}

    /// Steps of the next span: 1 as long as nothing is known.
    ///
    /// @return from 1 to 16
    public int steps() {
        return steps;
    }

    /// Learns from a span.
    ///
    /// @param done how many steps it took
    /// @param nanos and how long they took together
    public void took(int done, long nanos) {
        steps = Math.clamp(done * AIM_NANOS / Math.max(nanos, 1), 1, MOST);
    }
}
