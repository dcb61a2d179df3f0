/// Carrying out a specification: results, provenance, files.
///
/// [org.sandglass.run.ExperimentRun] takes an [org.sandglass.specification.ExperimentSpec] to a folder of
/// results: it draws with every sampler, judges the points against the exact law, and writes
/// `experiment.yaml`, `results.json` and `samples-<name>.npz` in one go. [org.sandglass.run.Provenance] says
/// what made them, [org.sandglass.run.ResultTable] shows them to people, and [org.sandglass.run.Progress]
/// tells how far it is.
@NullMarked
package org.sandglass.run;

import org.jspecify.annotations.NullMarked;
