package dev.glia.drivers.rram.host;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.crossbar.Calibration;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarInfo;
import dev.glia.api.device.DeviceException;
import dev.glia.v1.ArrayCalibration;
import dev.glia.v1.ArrayCurrents;
import dev.glia.v1.ArrayDescription;
import dev.glia.v1.CellValues;
import dev.glia.v1.CrossbarReply;
import dev.glia.v1.CrossbarReply.KindCase;

/**
 * What a controller answers, checked: it may be anybody's, of any age, or broken. Everything that
 * isn't as it should be is a DeviceException.
 */
final class Replies {
  private static final int MOST = 1 << 16;

  private Replies() {}

  /**
   * Reads the reply to a request.
   *
   * @throws DeviceException if it refuses, answers something else, or it's no reply
   */
  static CrossbarReply read(byte[] message, long number, KindCase kind) throws DeviceException {
    CrossbarReply reply;
    try {
      reply = CrossbarReply.parseFrom(message);
    } catch (InvalidProtocolBufferException e) {
      throw new DeviceException("the macro's controller doesn't speak our protocol", e);
    }
    if (!reply.getError().isEmpty()) {
      throw new DeviceException("the macro refuses: " + printable(reply.getError()));
    }
    if (reply.getNumber() != number || reply.getKindCase() != kind) {
      throw new DeviceException(
          "the macro answers %s of request %d to %s of request %d: unplug it and plug it in again"
              .formatted(reply.getKindCase(), reply.getNumber(), kind, number));
    }
    return reply;
  }

  private static String printable(String text) {
    String shown = text.length() > 500 ? text.substring(0, 500) + "…" : text;
    return shown.replaceAll("\\p{Cntrl}", " ");
  }

  static CrossbarInfo info(ArrayDescription d) throws DeviceException {
    boolean fine =
        d.getVersion() == 1
            && within(d.getInputs(), 1, MOST)
            && within(d.getOutputs(), 1, MOST)
            && within(d.getReadVolts(), 1e-6, 100)
            && within(d.getInputBits(), 1, 8)
            && within(d.getAdcBits(), 0, 32)
            && within(d.getFullScaleAmperes(), 1e-15, 1e6)
            && within(d.getProgrammableSiemens(), 1e-15, 1e6);
    if (!fine) {
      throw new DeviceException(
          "the macro describes itself as nothing that can be: check its " + "controller");
    }
    return new CrossbarInfo(
        printable(d.getDevice()),
        d.getSimulated(),
        d.getInputs(),
        d.getOutputs(),
        d.getReadVolts(),
        d.getInputBits(),
        d.getAdcBits(),
        d.getFullScaleAmperes(),
        d.getProgrammableSiemens());
  }

  private static boolean within(double value, double low, double high) {
    return value >= low && value <= high;
  }

  static Conductances cells(CellValues values, int count) throws DeviceException {
    return new Conductances(
        finite(values.getPlusCount(), values::getPlus, count),
        finite(values.getMinusCount(), values::getMinus, count));
  }

  static float[] currents(ArrayCurrents currents, int count) throws DeviceException {
    return finite(currents.getAmperesCount(), currents::getAmperes, count);
  }

  private interface Items {
    float at(int index);
  }

  /** Numbers that are as many as they should be, and numbers. */
  private static float[] finite(int given, Items items, int count) throws DeviceException {
    if (given != count) {
      throw new DeviceException(
          "the macro sends " + given + " values, " + count + " were asked for");
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = items.at(i);
      if (!Float.isFinite(values[i])) {
        throw new DeviceException("the macro sends a value that isn't a number: check its supply");
      }
    }
    return values;
  }

  static Calibration calibration(ArrayCalibration c, int cells) throws DeviceException {
    double[] moments = {c.getMeanSiemens(), c.getDeviationSiemens(), c.getSkewness()};
    double[] offsets = c.getOffsetAmperesList().stream().mapToDouble(d -> d).toArray();
    double[] gains = c.getGainList().stream().mapToDouble(d -> d).toArray();
    int[] off = c.getStuckOffList().stream().mapToInt(i -> i).toArray();
    int[] on = c.getStuckOnList().stream().mapToInt(i -> i).toArray();
    if (!areFinite(moments)
        || !areFinite(offsets)
        || !areFinite(gains)
        || !areAscending(off, cells)
        || !areAscending(on, cells)) {
      throw new DeviceException("the macro's calibration makes no sense: calibrate it again");
    }
    return new Calibration(offsets, gains, moments[0], moments[1], moments[2], off, on);
  }

  private static boolean areFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static boolean areAscending(int[] indices, int below) {
    int last = -1;
    for (int index : indices) {
      if (index <= last || index >= below) {
        return false;
      }
      last = index;
    }
    return true;
  }
}
