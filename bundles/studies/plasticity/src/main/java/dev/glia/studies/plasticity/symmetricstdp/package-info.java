/** Learning digits with symmetric STDP: arXiv:1812.06574. */
package dev.glia.studies.plasticity.symmetricstdp;
