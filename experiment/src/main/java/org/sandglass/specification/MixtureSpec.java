package org.sandglass.specification;

import java.util.List;
import java.util.SequencedMap;
import org.sandglass.format.InputException;

/// A mixture as data: what a mixture file, a target's name or inline YAML says, checked, and kept as given.
///
/// Normalising and factorising happen in [#resolve()]; [#toDocument()] gives back the entries that were
/// read, so a file that is written and read again has the same bits.
public sealed interface MixtureSpec
        permits ExplicitMixture, TargetMixture, FittedMixture, EmpiricalMixture, PointMixture, SpectrumMixture {
    /// The mixture of a document.
    ///
    /// @param source a mixture file, or YAML in braces
    /// @return what it says
    /// @throws InputException naming file, key and value of the first mistake
    static MixtureSpec read(Source source) {
        return MixtureReader.read(Documents.read(source));
    }

    /// What `--mixture M` means: YAML in braces, a file, or a target's name.
    ///
    /// @param option the option that carried it
    /// @param argument what was typed
    /// @return the mixture
    /// @throws InputException if it is none of the three, or wrong in itself
    static MixtureSpec argument(String option, String argument) {
        if (Source.isInline(argument) || Source.looksLikeFile(argument)) {
            return read(Source.argument(option, argument));
        }
        return TargetMixture.named(option, argument);
    }

    /// The mixture itself, or the batch of them.
    ///
    /// @return what can be computed with
    /// @throws InputException if data that it refers to cannot be read or fitted
    ResolvedMixture resolve();

    /// The entries of a mixture file that says the same.
    ///
    /// @return keys and values in the order of the contract: text, numbers, nested lists, mappings
    SequencedMap<String, Object> toDocument();

    /// The keys of which exactly one says what kind of mixture it is, beside `means`.
    List<String> KINDS = List.of("target", "fit", "empirical", "point", "gaussian");
}
