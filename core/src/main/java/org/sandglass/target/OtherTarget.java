package org.sandglass.target;

/// A published benchmark target that is no mixture of Gaussians, and why; it is known by name so that
/// asking for it gives an answer.
///
/// @param name as a person would type it
/// @param publication where it comes from
/// @param title what it is, in a few words
/// @param reason why it is not here, a clause
public record OtherTarget(String name, Publication publication, String title, String reason) {}
