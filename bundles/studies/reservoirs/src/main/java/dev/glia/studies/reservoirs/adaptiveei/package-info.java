/** Reservoirs whose inhibition adapts to target rates: arXiv:2504.12480. */
package dev.glia.studies.reservoirs.adaptiveei;
