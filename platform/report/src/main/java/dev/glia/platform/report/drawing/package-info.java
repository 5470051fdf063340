/**
 * Shapes on a plane, and how they become SVG or pixels.
 *
 * <p>Lengths are in units of the drawing, which are CSS pixels at natural size; the origin is at
 * the top left. Colors are roles, so that a drawing follows its reader's light or dark theme.
 */
package dev.glia.platform.report.drawing;
