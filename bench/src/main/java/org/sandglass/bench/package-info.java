/// Benchmarks of the mathematics, by JMH; never published.
@NullMarked
package org.sandglass.bench;

import org.jspecify.annotations.NullMarked;
