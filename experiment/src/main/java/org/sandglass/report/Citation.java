package org.sandglass.report;

/// A published work.
///
/// @param authors as in `Song, Meng and Ermon`
/// @param year of publication
/// @param title of the work
/// @param where it was published
/// @param arxiv its identifier at arxiv.org; empty if it has none
public record Citation(String authors, int year, String title, String where, String arxiv) {
    /// The place on the web.
    ///
    /// @return empty if none is known
    public String link() {
        return arxiv.isEmpty() ? "" : "https://arxiv.org/abs/" + arxiv;
    }
}
