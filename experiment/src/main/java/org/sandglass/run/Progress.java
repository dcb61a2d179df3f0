package org.sandglass.run;

/// Told how far a piece of work has come.
public interface Progress extends AutoCloseable {
    /// A progress that nobody watches.
    Progress QUIET = (done, total, what) -> {};

    /// Called now and then, by one thread at a time.
    ///
    /// @param done how much is done, `0 ≤ done ≤ total`
    /// @param total how much there is, or −1 where that is not known
    /// @param what is being done, in a word or two
    void at(long done, long total, String what);

    @Override
    default void close() {}
}
