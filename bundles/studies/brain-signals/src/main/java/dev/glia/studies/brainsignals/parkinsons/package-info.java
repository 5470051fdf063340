/** Features of resting EEG in Parkinson's disease: arXiv:2604.01475. */
package dev.glia.studies.brainsignals.parkinsons;
