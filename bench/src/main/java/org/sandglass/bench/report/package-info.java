/// What JMH and `bench/peers.py` measured, as a page of Markdown.
@NullMarked
package org.sandglass.bench.report;

import org.jspecify.annotations.NullMarked;
