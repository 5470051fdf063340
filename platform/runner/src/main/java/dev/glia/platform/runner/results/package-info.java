/** What a run leaves behind: its directory, files, checksums and checkpoints. */
package dev.glia.platform.runner.results;
