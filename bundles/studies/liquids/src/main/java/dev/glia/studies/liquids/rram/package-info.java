/** A liquid of resistive memory that matches events across senses: arXiv:2307.00771. */
package dev.glia.studies.liquids.rram;
