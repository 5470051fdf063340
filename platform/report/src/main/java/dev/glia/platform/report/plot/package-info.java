/** From figures to drawings: a class a kind of content, on shared scales, axes and legends. */
package dev.glia.platform.report.plot;
