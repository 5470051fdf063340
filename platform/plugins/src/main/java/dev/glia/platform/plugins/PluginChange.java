package dev.glia.platform.plugins;

import java.util.List;
import java.util.Objects;

/**
 * What an installation or removal did.
 *
 * @param plugin the plugin that came or went
 * @param offers the components that came or went, as {@code neuron lif 1.1.0}
 * @param message one line for people
 */
public record PluginChange(Plugin plugin, List<String> offers, String message) {
  public PluginChange {
    Objects.requireNonNull(plugin);
    offers = List.copyOf(offers);
    Objects.requireNonNull(message);
  }
}
