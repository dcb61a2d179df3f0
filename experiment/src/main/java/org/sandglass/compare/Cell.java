package org.sandglass.compare;

import org.sandglass.sampler.Sampler;

/// A solver with one number of steps.
///
/// @param asked the number of the budget, in whose column it stands
/// @param steps how many steps the grid has
/// @param sampler the rule on its grid
record Cell(int asked, int steps, Sampler sampler) {}
