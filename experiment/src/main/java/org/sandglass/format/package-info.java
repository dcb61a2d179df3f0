/// Reading and writing `.npy .npz .csv .parquet .json .yaml`, streamed and whole-or-nothing.
///
/// [org.sandglass.format.ArrayFiles] is the door: it picks the [org.sandglass.format.Format] by a file's
/// suffix.
///
/// - **In:** an [org.sandglass.format.ArrayReader] hands out the rows of one array in chunks, so a file of any
///   length is read in the memory of a chunk; an [org.sandglass.format.Selection] says which array or columns.
///   [org.sandglass.format.NumberArray] is an array read whole.
/// - **Out:** an [org.sandglass.format.ArrayWriter] takes rows of several named quantities, whose shapes an
///   [org.sandglass.format.ArrayLayout] declares; [org.sandglass.format.NpzWriter] takes arrays of unrelated
///   shapes; [org.sandglass.format.Json] writes small documents.
/// - **Whole or nothing:** all output goes through [org.sandglass.format.WholeFile] or
///   [org.sandglass.format.WholeFolder], which show it under its name only when it is complete.
/// - **Mistakes:** whatever the caller can mend is an [org.sandglass.format.InputException], one line that
///   names the file; `IOException` is left to the machine.
///
/// YAML is read as a tree with positions by package `specification`; JSON written here is also YAML 1.2.
@NullMarked
package org.sandglass.format;

import org.jspecify.annotations.NullMarked;
