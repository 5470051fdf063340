/** Claims: read from a file, and judged over a table of cells. */
package dev.glia.platform.studies.claims;
