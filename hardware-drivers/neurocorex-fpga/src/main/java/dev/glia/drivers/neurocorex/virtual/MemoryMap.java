package dev.glia.drivers.neurocorex.virtual;

import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.core.State;
import dev.glia.drivers.neurocorex.wire.Region;

/** The memories of a core as bytes, region by region. */
final class MemoryMap {
  private static final int STATE_BYTES = 9;

  private final Memory memory;
  private final State state;

  MemoryMap(IntegerCore core) {
    memory = core.memory;
    state = core.state;
  }

  /** A number of 24 bits with one of its bytes replaced; without a sign. */
  static int replaced(int value, int index, byte next) {
    int shift = 8 * index;
    return (value & 0xFFFFFF & ~(0xFF << shift)) | (next & 0xFF) << shift;
  }

  private static byte byteOf(int value, int index) {
    return (byte) (value >> 8 * index);
  }

  byte read(Region region, int at) {
    return switch (region) {
      case INPUT_WEIGHTS -> memory.input[at];
      case RECURRENT_WEIGHTS -> memory.recurrent[at];
      case PARAMETERS -> byteOf(memory.parameters[at / 3], at % 3);
      case ENABLE -> memory.enable[at];
      case BIAS -> at / 3 < Layout.NEURONS ? byteOf(memory.bias[at / 3], at % 3) : 0;
      case STATE -> readState(at / STATE_BYTES, at % STATE_BYTES);
      case SPIKES -> state.spikes.toByte(at);
      case WINDOWS -> readWindow(at);
      case CONTROL -> readControl(at);
      case COUNTERS -> throw new IllegalArgumentException("counters aren't the core's");
    };
  }

  void write(Region region, int at, byte next) {
    switch (region) {
      case INPUT_WEIGHTS -> memory.input[at] = next;
      case RECURRENT_WEIGHTS -> memory.recurrent[at] = next;
      case PARAMETERS ->
          memory.parameters[at / 3] = replaced(memory.parameters[at / 3], at % 3, next);
      case ENABLE -> memory.enable[at] = next;
      case BIAS -> {
        if (at / 3 < Layout.NEURONS) {
          memory.bias[at / 3] = Fixed.signed(replaced(memory.bias[at / 3], at % 3, next));
        }
      }
      case STATE -> writeState(at / STATE_BYTES, at % STATE_BYTES, next);
      case SPIKES -> {
        state.spikes.setByte(at, next);
        state.spikes.keepBelow(Layout.NEURONS);
      }
      case WINDOWS -> writeWindow(at, next);
      case CONTROL -> writeControl(at, next);
      case COUNTERS -> throw new IllegalArgumentException("counters can't be written");
    }
  }

  private byte readState(int neuron, int at) {
    return neuron < Layout.NEURONS ? byteOf(stateColumn(at)[neuron], at % 3) : 0;
  }

  private void writeState(int neuron, int at, byte next) {
    if (neuron < Layout.NEURONS) {
      int[] column = stateColumn(at);
      int bits = replaced(column[neuron], at % 3, next);
      column[neuron] = column == state.refractory ? Fixed.unsigned(bits) : Fixed.signed(bits);
    }
  }

  private int[] stateColumn(int at) {
    return switch (at / 3) {
      case 0 -> state.v;
      case 1 -> state.refractory;
      default -> state.compared;
    };
  }

  private byte readWindow(int at) {
    int[] windows = windows(at);
    return at % Layout.SLOTS < windows.length ? (byte) windows[at % Layout.SLOTS] : 0;
  }

  private void writeWindow(int at, byte next) {
    int[] windows = windows(at);
    if (at % Layout.SLOTS < windows.length) {
      windows[at % Layout.SLOTS] = next & 0x7F;
    }
  }

  private int[] windows(int at) {
    return switch (at / Layout.SLOTS) {
      case 0 -> state.recurrentPre;
      case 1 -> state.recurrentPost;
      case 2 -> state.inputPre;
      default -> state.inputPost;
    };
  }

  private byte readControl(int at) {
    return switch (at) {
      case 0 -> (byte) memory.flags;
      case 1 -> memory.floor;
      case 2, 3 -> 0;
      default -> (byte) (state.steps >> 8 * (at - 4));
    };
  }

  private void writeControl(int at, byte next) {
    switch (at) {
      case 0 -> memory.flags = next & 0xFF;
      case 1 -> memory.floor = next;
      case 2, 3 -> {}
      default -> {
        int shift = 8 * (at - 4);
        state.steps = state.steps & ~(0xFF << shift) | (next & 0xFF) << shift;
      }
    }
  }
}
