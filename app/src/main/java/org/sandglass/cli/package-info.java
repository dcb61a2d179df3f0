/// The command line: `sandglass` and its verbs.
///
/// [org.sandglass.cli.Main] reads the words and ends with an exit code: 0 when done, 2 for the caller's
/// mistakes, told in one line, 1 for failures of ours or of the machine, 130 when interrupted. Each verb is
/// a small class that turns words into a specification and hands it to package `run`; nothing is computed
/// here.
@NullMarked
package org.sandglass.cli;

import org.jspecify.annotations.NullMarked;
