package dev.glia.platform.store;

/**
 * A file that a cell made.
 *
 * @param sha256 of its content, in hexadecimal digits; also where it lies in the store
 */
public record ArtifactRecord(String file, String mediaType, String sha256, long bytes) {}
