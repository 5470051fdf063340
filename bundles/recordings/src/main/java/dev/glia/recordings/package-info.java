/**
 * Readers of recordings, and views of them, as components; the work is done by {@code
 * dev.glia.signal}.
 */
package dev.glia.recordings;
