/// Small dense linear algebra on flat arrays, and the `Points` that all layers exchange.
package org.sandglass.linalg;
