/** Dendritic segments that recognize sparse patterns: arXiv:1601.00720. */
package dev.glia.studies.theory.activedendrites;
