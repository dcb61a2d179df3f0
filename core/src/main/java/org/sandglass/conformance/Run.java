package org.sandglass.conformance;

import org.sandglass.linalg.Points;

/// What came of one run.
///
/// @param end the points at the last time
/// @param calls what was asked
record Run(Points end, Recorder calls) {}
