package dev.glia.drivers.neurocorex.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.drivers.neurocorex.core.Flags;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.wire.Frame;
import dev.glia.drivers.neurocorex.wire.Plain;
import dev.glia.drivers.neurocorex.wire.Region;
import dev.glia.drivers.neurocorex.wire.Request;
import dev.glia.drivers.neurocorex.wire.Words;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The RTL, bit by bit over its serial pins and a pseudo-terminal, against the Java model. */
@Tag("integration")
class RtlAgreesTest {
  private static Bench bench;

  @BeforeAll
  static void start() {
    bench = new Bench(SimulatedBoard.FAST);
  }

  @AfterAll
  static void stop() throws Exception {
    if (bench != null) {
      bench.close();
    }
  }

  /** All memories at random, learning on, both arithmetics and both orders of learning. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void randomNetworksSpikeAndLearnAlike(int seed) throws Exception {
    Random random = new Random(seed);
    RandomNetwork network = new RandomNetwork(random);
    int flags = (seed & 1) * Flags.SATURATE | (seed >> 1 & 1) * Flags.PUBLISHED_ORDER;
    bench.tell(Request.key());
    bench.request(Request.RESET);
    bench.write(Region.CONTROL, new byte[] {(byte) flags, (byte) (seed % 3 == 0 ? -1 : -128)});
    bench.write(Region.INPUT_WEIGHTS, network.input());
    bench.write(Region.RECURRENT_WEIGHTS, network.recurrent());
    bench.write(Region.ENABLE, network.enable());
    bench.write(Region.PARAMETERS, network.parameterBytes());
    bench.write(Region.BIAS, network.biases());
    bench.compareMemories();
    byte[] before = bench.core().memory.recurrent.clone();
    int spikes = 0;
    for (int block = 0; block < 5; block++) {
      spikes += spikes(bench.request(Request.RUN, network.steps(40)));
    }
    bench.compareMemories();
    assertThat(spikes).as("spikes, or nothing was compared").isGreaterThan(200);
    assertThat(bench.core().memory.recurrent).as("weights learned").isNotEqualTo(before);
  }

  private static int spikes(byte[] reply) {
    int spikes = 0;
    for (int at = 10; at < reply.length - 4; at++) {
      spikes += Integer.bitCount(reply[at] & 0xFF);
    }
    return spikes;
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void publishedCommandsDoTheSame(int seed) throws Exception {
    Random random = new Random(seed);
    RandomNetwork network = new RandomNetwork(random);
    bench.tell(Request.key());
    bench.request(Request.RESET);
    bench.write(Region.CONTROL, new byte[] {Flags.PUBLISHED_ORDER | Flags.ENABLE_LOWEST_FIRST});
    bench.request(Request.BYE);
    bench.tell(Plain.recurrentWeights(network.recurrent()));
    bench.tell(Plain.inputWeights(network.input()));
    bench.tell(Plain.enable(network.enable()));
    bench.tell(Plain.parameters(network.parameters()));
    bench.tell(Plain.bias(-700, seed));
    Plain.Stream stream = new Plain.Stream();
    for (int i = 0; i < 80; i++) {
      stream.event(1 + random.nextInt(5), 2 + random.nextInt(Layout.INPUTS));
    }
    assertThat(bench.tell(stream.event(260, 7).end().toBytes())).hasSizeGreaterThan(3000);
    bench.tell(Plain.readRecurrent());
    bench.tell(Request.key());
    bench.compareMemories();
  }

  /** Frames that are damaged, doubled, cut, and bytes that are nothing. */
  @Test
  void whateverComesIsAnsweredTheSame() throws Exception {
    Random random = new Random(99);
    byte[] fill = new byte[9300];
    Arrays.fill(fill, (byte) 0xFF);
    for (int round = 0; round < 150; round++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int i = 0; i < 4; i++) {
        bytes.writeBytes(anything(random));
      }
      bench.tell(bytes.toByteArray());
      if (round % 10 == 9) {
        bench.tell(fill);
      }
      bench.tell(Arrays.copyOf(fill, 2100));
    }
    bench.tell(fill);
    bench.tell(Request.key());
    bench.compareMemories();
  }

  private static byte[] anything(Random random) {
    byte[] payload = new byte[random.nextInt(30)];
    random.nextBytes(payload);
    byte[] request =
        switch (random.nextInt(8)) {
          case 0 -> Request.key();
          case 1 -> Frame.request(Request.HELLO, random.nextInt(3), new byte[4]);
          case 2 -> Frame.request(random.nextInt(9), random.nextInt(3), payload);
          case 3 -> Frame.request(Request.READ, random.nextInt(3), place(random));
          case 4 -> Frame.request(Request.WRITE, random.nextInt(3), place(random));
          case 5 ->
              Frame.request(Request.RUN, random.nextInt(3), new byte[24 * (payload.length / 4)]);
          case 6 -> Frame.request(Request.BYE, random.nextInt(3), new byte[0]);
          default -> payload;
        };
    if (request.length > 0 && random.nextInt(4) == 0) {
      request[random.nextInt(request.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return random.nextInt(8) == 0
        ? Arrays.copyOf(request, random.nextInt(request.length + 1))
        : request;
  }

  private static byte[] place(Random random) {
    byte[] payload = new byte[5];
    payload[0] = (byte) random.nextInt(11);
    Words.put(payload, 1, random.nextInt(random.nextBoolean() ? 9300 : 20), 2);
    Words.put(payload, 3, random.nextInt(2050), 2);
    return payload;
  }

  /** 1 Mbaud at 100 MHz, as on the board. */
  @Test
  void theRealDivisorWorksToo() throws Exception {
    try (Bench slow = new Bench(SimulatedBoard.REAL)) {
      slow.tell(Request.key());
      slow.write(Region.BIAS, new RandomNetwork(new Random(5)).biases());
      slow.request(Request.RUN, new RandomNetwork(new Random(6)).steps(20));
      byte[] state = {(byte) Region.STATE.ordinal(), 0, 0, 96, 3};
      slow.request(Request.READ, state);
    }
  }
}
