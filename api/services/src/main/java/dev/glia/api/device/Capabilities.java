package dev.glia.api.device;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a driver's devices can run, for people who choose one and for the conformance kit, which
 * holds the driver to it. Whether a given network fits is for {@link HardwareDriver#map} to say;
 * what is refused there because of its size must be over a limit that's given here.
 *
 * @param neurons forms of neuron equations and whole models that it takes, a phrase each: {@code
 *     any equations}, {@code integrate-and-fire with constant leak, reset to 0}
 * @param synapses likewise for receptors
 * @param learning likewise for learning rules; empty if weights stay as they are
 * @param formats of state and weights, that of the state first
 * @param limits most there may be of something; what isn't listed is limited by memory only
 */
public record Capabilities(
    List<String> neurons,
    List<String> synapses,
    List<String> learning,
    List<NumberFormat> formats,
    Map<Limit, Long> limits,
    Set<Ability> abilities) {
  public Capabilities {
    neurons = List.copyOf(neurons);
    synapses = List.copyOf(synapses);
    learning = List.copyOf(learning);
    formats = List.copyOf(formats);
    limits = copy(limits);
    abilities =
        Collections.unmodifiableSet(
            abilities.isEmpty() ? EnumSet.noneOf(Ability.class) : EnumSet.copyOf(abilities));
    if (formats.isEmpty()) {
      throw new IllegalArgumentException("capabilities need a number format");
    }
  }

  private static Map<Limit, Long> copy(Map<Limit, Long> limits) {
    EnumMap<Limit, Long> copy = new EnumMap<>(Limit.class);
    copy.putAll(limits);
    copy.forEach(
        (limit, most) -> {
          if (most < 0) {
            throw new IllegalArgumentException(most + " " + limit.plural() + " at most?");
          }
        });
    return Collections.unmodifiableMap(copy);
  }

  /** Those of a driver that doesn't say: nothing is known but its number format. */
  public static Capabilities undeclared(NumberFormat format) {
    return new Capabilities(List.of(), List.of(), List.of(), List.of(format), Map.of(), Set.of());
  }

  /** Whether the driver says what it can run. */
  public boolean isDeclared() {
    return !neurons.isEmpty();
  }

  public boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  /** Most there may be; {@link Long#MAX_VALUE} if only memory limits it. */
  public long most(Limit limit) {
    return limits.getOrDefault(limit, Long.MAX_VALUE);
  }
}
