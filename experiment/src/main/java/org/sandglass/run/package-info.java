/// Carrying out a specification: results, provenance, files.
@NullMarked
package org.sandglass.run;

import org.jspecify.annotations.NullMarked;
