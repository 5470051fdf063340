/** Detectors of spatial patterns, taught by STDP and homeostasis: arXiv:2312.02659. */
package dev.glia.studies.plasticity.supervisedstdp;
