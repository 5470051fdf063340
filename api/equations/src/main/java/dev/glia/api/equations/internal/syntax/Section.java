package dev.glia.api.equations.internal.syntax;

/** A part of a model as written: the text, and what was read from it. */
public record Section<T>(SourceText source, T content) {}
