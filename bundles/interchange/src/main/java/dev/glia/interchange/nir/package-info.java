/**
 * NIR, the Neuromorphic Intermediate Representation: files are read as a graph ({@code
 * GraphReader}), lowered to populations and sparse maps between them ({@code Lowering}), written as
 * an experiment ({@code ExperimentText}); and back ({@code Lifting}, {@code GraphWriter}).
 */
package dev.glia.interchange.nir;
