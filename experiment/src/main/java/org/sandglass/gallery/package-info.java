/// Many experiments as one page: each run as by itself, and an index of their figures.
///
/// [org.sandglass.gallery.GalleryRun] runs them into folders of their own and writes `index.html` beside these.
@NullMarked
package org.sandglass.gallery;

import org.jspecify.annotations.NullMarked;
