package dev.glia.drivers.neurocorex.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.virtual.DevicePort;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both ends take any bytes. A million inputs with {@code -Dglia.fuzz=1000000}. */
@Timeout(1200)
class FuzzTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 20_000);

  /** A message that looks right, with some of its bytes changed, cut off or repeated. */
  private static byte[] message(Random random, boolean toDevice) {
    byte[] payload = new byte[random.nextInt(4) == 0 ? random.nextInt(60) : random.nextInt(8)];
    random.nextBytes(payload);
    byte[] bytes =
        switch (random.nextInt(toDevice ? 6 : 3)) {
          case 0 -> payload;
          case 3 -> Request.key();
          case 4 -> run(random);
          case 5 -> plain(random);
          default ->
              toDevice
                  ? Frame.request(random.nextInt(8), random.nextInt(256), payload)
                  : Frame.reply(random.nextInt(8), random.nextInt(4), random.nextInt(4), payload);
        };
    int changes = random.nextInt(3);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }

  private static byte[] run(Random random) {
    byte[] payload = new byte[Request.STEP_BYTES * (1 + random.nextInt(2))];
    random.nextBytes(payload);
    return Frame.request(Request.RUN, random.nextInt(256), payload);
  }

  private static byte[] plain(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(20)];
    random.nextBytes(bytes);
    bytes[0] = (byte) (16 * random.nextInt(8));
    if (bytes[0] == Plain.STREAM) {
      for (int i = 1; i < bytes.length; i += 3) {
        bytes[i] &= 3; // short gaps: steps take their time
      }
    }
    return bytes;
  }

  @Test
  void theDeviceTakesAnyBytesAndComesBack() {
    long[] sent = {0};
    Random random = new Random(3);
    DevicePort port = new DevicePort(bytes -> sent[0] += bytes.length);
    byte[] fill = new byte[Link.LONG_FILL];
    Arrays.fill(fill, (byte) 0xFF);
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = message(random, true);
      port.accept(bytes, bytes.length);
      if (i % 1000 == 999) {
        port.accept(fill, fill.length);
        long before = sent[0];
        port.accept(Request.key(), 8);
        assertThat(sent[0]).as("the key is answered after input %d", i).isEqualTo(before + 22);
        requireInRange(port.core());
      }
    }
  }

  private static void requireInRange(IntegerCore core) {
    for (int n = 0; n < Layout.NEURONS; n++) {
      assertThat(core.state.v[n]).isBetween(Fixed.MIN, Fixed.MAX);
      assertThat(core.state.recurrentPre[n]).isBetween(0, 127);
    }
  }

  /** What the host reads is anything: a request gives a reply or the documented exception. */
  @Test
  void theHostTakesAnyBytes() throws Exception {
    Random random = new Random(5);
    Noise noise = new Noise(random);
    Link link = new Link(noise, new Traffic(), 1);
    int refused = 0;
    int answered = 0;
    for (int i = 0; i < INPUTS / 10; i++) { // each reads some ten messages
      try {
        link.request(random.nextInt(8), new byte[random.nextInt(4)]);
        answered++;
      } catch (WireException documented) {
        refused++;
      }
    }
    assertThat(noise.messages).isGreaterThanOrEqualTo(INPUTS);
    assertThat(refused).isPositive();
    assertThat(answered).as("replies that chance made right").isLessThan(refused);
  }

  private static final class Noise implements Line {
    private final Random random;
    private final ArrayDeque<Byte> bytes = new ArrayDeque<>();
    private int messages;

    Noise(Random random) {
      this.random = random;
    }

    @Override
    public String name() {
      return "noise";
    }

    @Override
    public void write(byte[] ignored) {
      for (int i = 0; i < 4; i++) {
        messages++;
        for (byte each : message(random, false)) {
          bytes.add(each);
        }
      }
    }

    @Override
    public int read(byte[] buffer, int timeoutMillis) {
      int count = 0;
      while (!bytes.isEmpty() && count < buffer.length) {
        buffer[count++] = bytes.poll();
      }
      return count;
    }

    @Override
    public void close() {}
  }
}
