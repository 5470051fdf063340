package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.equations.Variable;
import dev.glia.api.network.Population;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.Flags;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import java.util.Optional;

/**
 * A network that fits, in the core's numbers.
 *
 * @param scale the core's number for 1 of the network's membrane and weights
 * @param neurons one for each neuron of the core that's used
 * @param rule what its learning synapses do; absent if none learns
 */
public record Plan(
    Placement placement, double scale, CoreNeuron[] neurons, Optional<CoreRule[]> rule) {

  /** What a variable is before the first tick, unless a network says otherwise. */
  public double start(Population population, Variable variable) {
    return new NeuronProgram(population, population.parameters(), 0, placement.network().dt())
        .initial(variable);
  }

  /** A weight as the core stores it. */
  public byte weight(double value) {
    return (byte) Math.clamp(Math.floor(value * scale + 0.5), -128, 127);
  }

  /** A weight of the core in the network's unit. */
  public float weight(byte stored) {
    return (float) (stored / scale);
  }

  /** What the core is programmed with before the first step. */
  public Memory memory() {
    Memory memory = new Memory();
    memory.flags = Flags.SATURATE;
    memory.floor = -128;
    writeNeurons(memory);
    rule.ifPresent(rules -> writeRules(memory, rules));
    for (Wire wire : placement.wires()) {
      byte[] matrix = wire.fromInputs ? memory.input : memory.recurrent;
      for (int s = 0; s < wire.count(); s++) {
        matrix[wire.cell[s]] = weight(wire.weight[s]);
        if (wire.projection.learning().isPresent()) {
          memory.enable((wire.fromInputs ? Layout.CELLS : 0) + wire.cell[s], true);
        }
      }
    }
    return memory;
  }

  /** Thresholds, refractory steps, leak and biases. Neurons that aren't used never spike. */
  public void writeNeurons(Memory memory) {
    for (int n = 0; n < Layout.NEURONS; n++) {
      boolean used = n < neurons.length;
      int slot = Layout.parameterSlot(n);
      memory.parameters[slot] = used ? neurons[n].threshold() : Fixed.MAX;
      memory.parameters[Layout.SLOTS + slot] = used ? neurons[n].refractory() : 0;
      memory.bias[n] = used ? neurons[n].bias() : 0;
    }
    memory.parameters[Layout.SLOTS] = 1; // the gain
    memory.parameters[2 * Layout.SLOTS + Layout.LEAK_SLOT] =
        neurons.length == 0 ? 0 : neurons[0].leak();
  }

  private static void writeRules(Memory memory, CoreRule[] rules) {
    int block = 3 * Layout.SLOTS;
    CoreRule any = rules[0] != null ? rules[0] : rules[1];
    for (int matrix = 0; matrix < 2; matrix++) {
      if (rules[matrix] != null) {
        memory.parameters[block + matrix] =
            rules[matrix].preWindow() | rules[matrix].postWindow() << 8;
      }
    }
    memory.parameters[block + 2] = any.strengthening() | any.weakening() << 8;
    memory.floor = (byte) any.floor();
  }

  /** How many steps the window of a projection's pre or post spikes is. */
  public int window(Wire wire, boolean pre) {
    CoreRule of = rule.orElseThrow()[wire.fromInputs ? 0 : 1];
    return pre ? of.preWindow() : of.postWindow();
  }
}
