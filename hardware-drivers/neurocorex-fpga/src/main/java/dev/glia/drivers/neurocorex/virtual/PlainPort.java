package dev.glia.drivers.neurocorex.virtual;

import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.wire.Plain;
import dev.glia.drivers.neurocorex.wire.Words;
import java.util.Arrays;

/** The commands of the published core. */
final class PlainPort {
  private static final int IDLE = -1;

  private final IntegerCore core;
  private final ByteSink out;
  private final StreamPlayer player;
  private final byte[] triplet = new byte[3];
  private int command = IDLE;
  private int received;

  PlainPort(IntegerCore core, ByteSink out, boolean waits) {
    this.core = core;
    this.out = out;
    player = new StreamPlayer(core, out, waits);
  }

  /** Whether the next byte begins a command. */
  boolean isIdle() {
    return command == IDLE;
  }

  void accept(byte next) {
    if (command == IDLE) {
      begin(next & 0xF0);
    } else {
      payload(next);
    }
  }

  private void begin(int next) {
    if (next > Plain.ENABLE) {
      return;
    }
    command = next;
    received = 0;
  }

  private void payload(byte next) {
    int at = received++;
    Memory memory = core.memory;
    switch (command) {
      case Plain.INPUT_WEIGHTS -> store(memory.input, at, next);
      case Plain.RECURRENT_WEIGHTS -> store(memory.recurrent, at, next);
      case Plain.ENABLE -> store(memory.enable, at, next);
      case Plain.PARAMETERS -> {
        memory.parameters[at / 3] = MemoryMap.replaced(memory.parameters[at / 3], at % 3, next);
        endAfter(3 * memory.parameters.length);
      }
      case Plain.BIAS -> bias(at, next);
      case Plain.READ_RECURRENT -> {
        command = IDLE;
        out.send(Arrays.copyOf(memory.recurrent, Plain.READ_BYTES));
      }
      default -> stream(at, next);
    }
  }

  /** The byte behind the last one is a terminator. */
  private void store(byte[] memory, int at, byte next) {
    if (at < memory.length) {
      memory[at] = next;
    }
    endAfter(memory.length + 1);
  }

  private void endAfter(int bytes) {
    if (received == bytes) {
      command = IDLE;
    }
  }

  private int biasValue;
  private int biasNeuron;

  private void bias(int at, byte next) {
    if (at < 3) {
      biasValue = MemoryMap.replaced(biasValue, at, next);
    } else {
      biasNeuron = MemoryMap.replaced(biasNeuron, at - 3, next);
    }
    if (received == 6) {
      Arrays.fill(core.memory.bias, 0);
      if (biasNeuron < Layout.NEURONS) {
        core.memory.bias[biasNeuron] = Fixed.signed(biasValue);
      }
      command = IDLE;
    }
  }

  private void stream(int at, byte next) {
    triplet[at % 3] = next;
    if (at % 3 < 2) {
      return;
    }
    int gap = triplet[0] & 0xFF;
    int column = Words.get(triplet, 1, 2);
    if (gap == 0xFF && column == 0xFFFF) {
      player.end();
      command = IDLE;
    } else {
      player.accept(gap, column);
    }
  }

  /** The time of a step has passed. */
  void tick() {
    player.tick();
  }
}
