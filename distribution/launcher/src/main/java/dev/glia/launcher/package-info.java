/**
 * Boots the container: an OSGi framework, the bundles of a container directory, the plugins that
 * the user has installed, and then the one command that was typed.
 *
 * <p>The launcher stands outside the framework and shares no class with any bundle. What it agrees
 * on with them is written in JDK types and names:
 *
 * <ul>
 *   <li>{@link dev.glia.launcher.CommandLine the command}: a {@link
 *       java.util.function.ToIntFunction} of a {@code String[]} with the service property {@code
 *       glia.command=main},
 *   <li>framework properties: {@code glia.home}, the container directory; {@code glia.user}, the
 *       user's directory; {@code glia.args}, the arguments, one a line,
 *   <li>{@link dev.glia.launcher.UserPlugins the list of installed plugins}, a text file.
 * </ul>
 */
package dev.glia.launcher;
