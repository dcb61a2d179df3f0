package org.sandglass.figure;

/// A scale and what it is a scale of.
///
/// @param label the quantity, with its unit if it has one; may be empty
/// @param scale where numbers go
record Axis(String label, Scale scale) {
    /// As an attribute of the panel, by which pixels can be turned into numbers again.
    String attribute(String name) {
        return " data-" + name + "=\"" + scale.mapping() + '"';
    }
}
