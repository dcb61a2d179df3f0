/// Solvers against the exact answer: errors with their floors, measured orders, tables.
///
/// [org.sandglass.compare.CompareRun] takes an [org.sandglass.specification.CompareSpec] to a folder of results. A
/// `Plan` lists its cells, one for each mixture, process, grid, solver and number of steps; a `Judge` measures each,
/// in the most exact way that there is: on one Gaussian by propagating the law, on the line by integrating over
/// quantiles, else by drawing. [org.sandglass.compare.CompareTable] shows the results to people and programs.
@NullMarked
package org.sandglass.compare;

import org.jspecify.annotations.NullMarked;
