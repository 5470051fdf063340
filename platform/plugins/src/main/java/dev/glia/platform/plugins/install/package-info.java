/**
 * Changes to the set of plugins: {@link dev.glia.platform.plugins.install.FrameworkInstaller}
 * leads, {@link dev.glia.platform.plugins.install.DesiredState} remembers.
 */
package dev.glia.platform.plugins.install;
