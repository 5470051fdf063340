/**
 * Plugins come and go while the container runs.
 *
 * <p>{@link dev.glia.platform.plugins.PluginInstaller} changes this container, and writes down what
 * the next ones are to load; {@link dev.glia.platform.plugins.ContainerClient} asks another running
 * container to do so; {@link dev.glia.platform.plugins.PluginPacker} makes a plugin of model files.
 */
@Export
@Version("1.0.0")
package dev.glia.platform.plugins;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
