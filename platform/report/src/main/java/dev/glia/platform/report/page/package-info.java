/** Parts of pages. */
package dev.glia.platform.report.page;
