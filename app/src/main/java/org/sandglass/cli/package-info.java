/// The command line: `sandglass` and its verbs.
@NullMarked
package org.sandglass.cli;

import org.jspecify.annotations.NullMarked;
