package dev.glia.drivers.rram.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeviceException;
import dev.glia.v1.ArrayCalibration;
import dev.glia.v1.ArrayCurrents;
import dev.glia.v1.ArrayDescription;
import dev.glia.v1.CellValues;
import dev.glia.v1.CrossbarReply;
import dev.glia.v1.CrossbarReply.KindCase;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A controller answers whatever it likes: the host gets what it asked for, or a DeviceException.
 */
class RepliesFuzzTest {
  private static final int MESSAGES = Integer.getInteger("glia.fuzz", 50_000);

  private final SplittableRandom random =
      new SplittableRandom(Long.getLong("glia.test.seed", 20261126));

  @Test
  void anyBytesAreAReplyOrADeviceException() {
    int accepted = 0;
    int refused = 0;
    for (int i = 0; i < MESSAGES; i++) {
      int kind = random.nextInt(4);
      try {
        take(reply(kind), kind);
        accepted++;
      } catch (DeviceException e) {
        assertThat(e.getMessage()).isNotBlank();
        refused++;
      }
    }
    assertThat(accepted).isGreaterThan(MESSAGES / 100);
    assertThat(refused).isGreaterThan(MESSAGES / 3);
  }

  private static void take(byte[] message, int kind) throws DeviceException {
    switch (kind) {
      case 0 -> {
        CrossbarReply reply = Replies.read(message, 7, KindCase.DESCRIPTION);
        assertThat(Replies.info(reply.getDescription()).inputs()).isPositive();
      }
      case 1 -> {
        CrossbarReply reply = Replies.read(message, 7, KindCase.CELLS);
        assertThat(Replies.cells(reply.getCells(), 6).plus()).hasSize(6);
      }
      case 2 -> {
        CrossbarReply reply = Replies.read(message, 7, KindCase.CURRENTS);
        for (float each : Replies.currents(reply.getCurrents(), 6)) {
          assertThat(each).isFinite();
        }
      }
      default -> {
        CrossbarReply reply = Replies.read(message, 7, KindCase.CALIBRATION);
        for (int index : Replies.calibration(reply.getCalibration(), 100).stuckOff()) {
          assertThat(index).isBetween(0, 99);
        }
      }
    }
  }

  private byte[] reply(int kind) {
    if (random.nextInt(4) == 0) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      return noise;
    }
    CrossbarReply.Builder reply =
        CrossbarReply.newBuilder().setNumber(random.nextInt(10) == 0 ? random.nextLong() : 7);
    if (random.nextInt(20) == 0) {
      reply.setError("no\u0000\n".repeat(random.nextInt(300)));
    }
    switch (random.nextInt(8) == 0 ? random.nextInt(4) : kind) {
      case 0 ->
          reply.setDescription(
              ArrayDescription.newBuilder()
                  .setVersion(number(1))
                  .setInputs(number(512))
                  .setOutputs(number(256))
                  .setReadVolts(real(0.2))
                  .setInputBits(number(1))
                  .setAdcBits(number(14))
                  .setFullScaleAmperes(real(2e-3))
                  .setProgrammableSiemens(real(4e-5)));
      case 1 -> {
        CellValues.Builder cells = CellValues.newBuilder();
        for (int k = 0; k < number(6) % 20; k++) {
          cells.addPlus((float) real(6e-5)).addMinus((float) real(6e-5));
        }
        reply.setCells(cells);
      }
      case 2 -> {
        ArrayCurrents.Builder currents = ArrayCurrents.newBuilder();
        for (int k = 0; k < number(6) % 20; k++) {
          currents.addAmperes((float) real(1e-5));
        }
        reply.setCurrents(currents);
      }
      default ->
          reply.setCalibration(
              ArrayCalibration.newBuilder()
                  .addOffsetAmperes(real(0))
                  .addGain(real(1))
                  .setMeanSiemens(real(6e-5))
                  .addStuckOff(number(3))
                  .addStuckOff(number(40)));
    }
    byte[] bytes = reply.build().toByteArray();
    if (bytes.length > 0 && random.nextInt(4) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private int number(int right) {
    return switch (random.nextInt(20)) {
      case 0 -> -1;
      case 1 -> Integer.MAX_VALUE;
      case 2 -> random.nextInt(100);
      default -> right;
    };
  }

  private double real(double right) {
    return switch (random.nextInt(20)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      default -> right;
    };
  }
}
