/** Records as files: JSON, CSV, NumPy, and content by its checksum. */
package dev.glia.platform.store.files;
