package dev.glia.drivers.neurocorex.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.wire.Frame;
import dev.glia.drivers.neurocorex.wire.FrameDecoder;
import dev.glia.drivers.neurocorex.wire.Plain;
import dev.glia.drivers.neurocorex.wire.Region;
import dev.glia.drivers.neurocorex.wire.Request;
import dev.glia.drivers.neurocorex.wire.SpikeBits;
import dev.glia.drivers.neurocorex.wire.Status;
import dev.glia.drivers.neurocorex.wire.Words;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DevicePortTest {
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final DevicePort port = new DevicePort(sent::writeBytes);

  private byte[] answer(byte[] bytes) {
    sent.reset();
    port.accept(bytes, bytes.length);
    return sent.toByteArray();
  }

  private Frame ask(byte[] request) {
    FrameDecoder decoder = new FrameDecoder(Frame.REPLY);
    FrameDecoder.Event last = null;
    for (byte next : answer(request)) {
      last = decoder.accept(next);
    }
    assertThat(last).isEqualTo(FrameDecoder.Event.FRAME);
    return decoder.frame();
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static int[] randomParameters() {
    return new Random(8).ints(4 * Layout.SLOTS, 0, 1 << 24).toArray();
  }

  @Test
  void plainCommandsFillTheMemories() {
    byte[] matrix = random(Layout.CELLS);
    answer(Plain.inputWeights(matrix));
    answer(Plain.recurrentWeights(matrix));
    answer(Plain.parameters(randomParameters()));
    answer(Plain.enable(random(2 * Layout.CELLS / 8)));
    answer(Plain.bias(-1234, 17));
    assertThat(port.core().memory.input).isEqualTo(matrix);
    assertThat(port.core().memory.recurrent).isEqualTo(matrix);
    assertThat(port.core().memory.parameters).isEqualTo(randomParameters());
    assertThat(port.core().memory.enable).isEqualTo(random(2 * Layout.CELLS / 8));
    assertThat(port.core().memory.bias[17]).isEqualTo(-1234);
    assertThat(answer(Plain.readRecurrent())).hasSize(9215).isEqualTo(Arrays.copyOf(matrix, 9215));
  }

  @Test
  void aKeyWithinWeightsIsWeights() {
    byte[] matrix = random(Layout.CELLS);
    System.arraycopy(Request.key(), 0, matrix, 100, 8);
    assertThat(answer(Plain.inputWeights(matrix))).isEmpty();
    assertThat(port.core().memory.input).isEqualTo(matrix);
  }

  @Test
  void aStreamGivesTheSpikesOfEachStep() throws Exception {
    IntegerCore direct = new IntegerCore();
    for (IntegerCore core : List.of(direct, port.core())) {
      System.arraycopy(random(Layout.CELLS), 0, core.memory.input, 0, Layout.CELLS);
      System.arraycopy(random(Layout.CELLS), 0, core.memory.recurrent, 0, Layout.CELLS);
      for (int row = 0; row < Layout.SLOTS; row++) {
        core.memory.input[row * Layout.SLOTS] = 0; // the column of idle events
      }
      Arrays.fill(core.memory.parameters, 0, Layout.SLOTS, 30 * Fixed.ONE);
      core.memory.parameters[Layout.SLOTS] = 1;
    }
    byte[] bytes =
        answer(new Plain.Stream().event(3, 40).event(1, 41).idle(600).event(2, 9).end().toBytes());
    List<String> got = new ArrayList<>();
    SpikeBits decoder = new SpikeBits();
    for (byte next : bytes) {
      decoder.accept(next, spikes -> got.add(spikes.toString()));
    }
    List<String> expected = new ArrayList<>();
    for (int step = 1; step <= 606; step++) {
      Bits events =
          step == 3 ? Bits.of(40) : step == 4 ? Bits.of(41) : step == 606 ? Bits.of(9) : new Bits();
      direct.step(events);
      expected.add(direct.state.spikes.toString());
    }
    assertThat(bytes).hasSize((int) SpikeBits.bytes(606));
    assertThat(got).hasSizeGreaterThanOrEqualTo(605).isEqualTo(expected.subList(0, got.size()));
    assertThat(String.join("", got)).contains(", ");
    assertThat(port.core().state.v).containsOnly(0);
  }

  @Test
  void memoriesAreWrittenAndReadByFrames() {
    assertThat(ask(Request.key()).payload()).hasSize(12);
    for (Region region : Region.values()) {
      byte[] write = new byte[3 + 6];
      write[0] = (byte) region.ordinal();
      Words.put(write, 1, 3, 2);
      write[3] = 5;
      write[6] = 7;
      Frame written = ask(Frame.request(Request.WRITE, region.ordinal(), write));
      byte[] read = {(byte) region.ordinal(), 3, 0, 6, 0};
      if (region == Region.COUNTERS || region == Region.CONTROL) {
        assertThat(written.status()).isEqualTo(Status.OUTSIDE);
      } else {
        assertThat(written.status()).isEqualTo(Status.DONE);
        assertThat(ask(Frame.request(Request.READ, 99, read)).payload())
            .containsExactly(5, 0, 0, 7, 0, 0);
      }
    }
  }

  @Test
  void aRepeatedRequestIsAnsweredButNotExecutedAgain() {
    ask(Request.key());
    byte[] run = Frame.request(Request.RUN, 3, new byte[2 * Request.STEP_BYTES]);
    byte[] first = answer(run);
    assertThat(answer(run)).isEqualTo(first);
    assertThat(port.core().state.steps).isEqualTo(2);
    ask(Frame.request(Request.RUN, 4, new byte[2 * Request.STEP_BYTES]));
    assertThat(port.core().state.steps).isEqualTo(4);
  }

  @Test
  void aDamagedRequestIsRefusedAndNotExecuted() {
    ask(Request.key());
    byte[] run = Frame.request(Request.RUN, 3, new byte[2 * Request.STEP_BYTES]);
    run[17] ^= 4;
    assertThat(ask(run).status()).isEqualTo(Status.WRONG_CRC);
    assertThat(port.core().state.steps).isZero();
  }

  @Test
  void lockedItIgnoresPlainCommandsUntilBye() {
    ask(Request.key());
    assertThat(answer(Plain.readRecurrent())).isEmpty();
    assertThat(ask(Frame.request(Request.BYE, 1, new byte[0])).status()).isEqualTo(Status.DONE);
    assertThat(answer(Plain.readRecurrent())).hasSize(9215);
  }

  @Test
  void fillBytesEndWhateverItIsInTheMiddleOf() {
    byte[] fill = new byte[9300];
    Arrays.fill(fill, (byte) 0xFF);
    for (int command = 0x00; command <= 0xFF; command++) {
      answer(new byte[] {(byte) command, 1, 2, 3, 4});
      answer(fill);
      assertThat(ask(Request.key()).type()).as("after %02x", command).isEqualTo(Request.HELLO);
      answer(new byte[] {(byte) 0xE0, (byte) command, (byte) command, 0, 1, 2, 3});
      answer(Arrays.copyOf(fill, 2100));
      assertThat(ask(Frame.request(Request.BYE, 1, new byte[0])).status()).isZero();
    }
  }
}
