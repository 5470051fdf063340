package dev.glia.drivers.neurocorex.device;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Flags;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.wire.Plain;
import dev.glia.drivers.neurocorex.wire.PlainStream;
import dev.glia.drivers.neurocorex.wire.WireException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The bit-true model of a published core, which makes the steps that the core makes: what the core
 * sends must be what the twin says.
 */
final class Twin {
  final IntegerCore model = new IntegerCore();
  private final Bits events = new Bits();

  /** The twin of a core at rest that was programmed with this. */
  Twin(Memory programmed) {
    model.memory.set(programmed);
    model.memory.flags = Flags.PUBLISHED_ORDER;
    model.memory.floor = -1;
  }

  /** Steps that it has made, and the core has, too. */
  int steps() {
    return model.state.steps;
  }

  /**
   * Runs steps on the core and here.
   *
   * @throws WireException if the core's spikes are others
   */
  void run(PlainStream stream, byte[] columns) throws IOException {
    List<Bits> spikes = stream.run(columns);
    for (int i = 0; i < columns.length; i++) {
      step(columns[i]);
      Bits own = PlainStream.prompt(model.state.spikes);
      if (!spikes.get(i).equals(own)) {
        throw new WireException(
            "the core's spikes aren't the model's in step %d, %s and not %s: bytes were lost or"
                    .formatted(steps(), spikes.get(i), own)
                + " changed on the line, or it isn't a published core as arXiv:2506.14138 has it");
      }
    }
  }

  void step(byte column) {
    events.clear();
    if (column != 0) {
      events.add(column);
    }
    model.step(events);
  }

  /** Ends a stream, with all steps that the core has made meanwhile without being told. */
  void end(PlainStream stream) throws IOException {
    for (int more = stream.end(); more > 0; more--) {
      step((byte) 0);
    }
    model.state.endStream();
  }

  /**
   * Compares the recurrent weights.
   *
   * @param read those that the core has
   * @return how they aren't those here; empty if they are
   */
  Optional<String> difference(byte[] read) {
    int cell = Plain.firstDifference(read, model.memory.recurrent);
    return cell < 0
        ? Optional.empty()
        : Optional.of(
            "the core's recurrent weights aren't the model's after %d steps: cell %d is %d, not %d"
                .formatted(steps(), cell, read[cell], model.memory.recurrent[cell]));
  }

  /**
   * Compares the recurrent weights.
   *
   * @throws WireException if they aren't those here
   */
  void requireWeights(byte[] read) throws WireException {
    Optional<String> difference = difference(read);
    if (difference.isPresent()) {
      throw new WireException(difference.get());
    }
  }
}
