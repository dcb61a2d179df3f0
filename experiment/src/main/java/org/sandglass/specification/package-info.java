/// An experiment, a mixture, a process as data: read, checked once, written back with every default.
///
/// A [org.sandglass.specification.Source] is the text of a YAML or JSON document with its name.
/// [org.sandglass.specification.MixtureSpec], [org.sandglass.specification.ProcessSpec],
/// [org.sandglass.specification.MeasurementSpec] and [org.sandglass.specification.ExperimentSpec] are what
/// such a document says once every key and value has been checked; whatever is wrong is one
/// [org.sandglass.format.InputException] that names file, key and value.
/// [org.sandglass.specification.DocumentWriter] writes the same keys back, and
/// [org.sandglass.specification.MixtureDocuments] turns a computed mixture into a mixture file.
@NullMarked
package org.sandglass.specification;

import org.jspecify.annotations.NullMarked;
