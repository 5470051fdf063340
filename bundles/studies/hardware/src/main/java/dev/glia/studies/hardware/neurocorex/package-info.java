/** An integer core on an FPGA with on-chip learning: arXiv:2506.14138. */
package dev.glia.studies.hardware.neurocorex;
