/** Delays that are learned together with weights (Hammouamri et al. 2024). */
package dev.glia.studies.deep.dclsdelays;
