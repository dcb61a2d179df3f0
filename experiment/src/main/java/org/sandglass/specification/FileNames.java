package org.sandglass.specification;

import java.nio.file.Path;

/// What files of ours are called.
public final class FileNames {
    private FileNames() {}

    /// The name of a document without its folders and without `.yaml`, `.yml` or `.json`.
    ///
    /// @param file a document
    /// @return what folders of results and parts of documents are called after it
    public static String base(Path file) {
        return file.getFileName().toString().replaceAll("(?i)\\.(ya?ml|json)$", "");
    }
}
