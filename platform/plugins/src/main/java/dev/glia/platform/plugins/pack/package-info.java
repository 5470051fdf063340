/** How plugins of model files are made. */
package dev.glia.platform.plugins.pack;
