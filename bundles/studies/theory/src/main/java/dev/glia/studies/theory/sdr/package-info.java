/** Sparse distributed representations: bit vectors, segments that recognize them, error theory. */
package dev.glia.studies.theory.sdr;
