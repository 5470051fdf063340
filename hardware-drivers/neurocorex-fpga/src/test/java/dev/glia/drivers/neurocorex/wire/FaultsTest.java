package dev.glia.drivers.neurocorex.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Fixed;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A bad line never makes wrong spikes look right: a run either gives what the core gives on a good
 * line, or ends with an error. And it ends.
 */
@Timeout(300)
class FaultsTest {
  private static final double[] RATES = {1e-5, 1e-4, 1e-3, 1e-2};
  private static final int RUNS = Integer.getInteger("glia.faults", 15);
  private static final int STEPS = 300;

  @ParameterizedTest
  @EnumSource(FaultyLine.Fault.class)
  void wrongSpikesAreNeverTakenForRight(FaultyLine.Fault fault) {
    int injected = 0;
    StringBuilder table = new StringBuilder();
    for (double rate : RATES) {
      int recovered = 0;
      int failed = 0;
      int before = injected;
      for (int run = 0; run < RUNS; run++) {
        FaultyLine line = new FaultyLine(run + 100 * Math.round(1 / rate));
        boolean whole = isWhole(line, fault, rate, run);
        recovered += whole ? 1 : 0;
        failed += whole ? 0 : 1;
        injected += line.injected;
      }
      table.append(
          "%s at %g: %d faults, %d runs recovered, %d failed cleanly%n"
              .formatted(fault, rate, injected - before, recovered, failed));
      if (rate <= 1e-4) {
        assertThat(failed).as("runs given up at a rate of %g", rate).isZero();
      }
    }
    System.out.print(table);
    assertThat(injected).isPositive();
  }

  /** Programs and runs a core; false if it ended with the documented error. */
  private static boolean isWhole(FaultyLine line, FaultyLine.Fault fault, double rate, int seed) {
    IntegerCore expected = new IntegerCore();
    Random random = new Random(seed);
    random.nextBytes(expected.memory.input);
    random.nextBytes(expected.memory.recurrent);
    Arrays.fill(expected.memory.parameters, 0, Layout.SLOTS, 60 * Fixed.ONE);
    expected.memory.parameters[Layout.SLOTS] = 1;
    byte[] parameters = new byte[Region.PARAMETERS.bytes()];
    for (int i = 0; i < expected.memory.parameters.length; i++) {
      Words.put(parameters, 3 * i, expected.memory.parameters[i], 3);
    }
    line.inject(fault, rate);
    try {
      CoreClient client = CoreClient.open(line, new Traffic(), 1);
      client.program(Region.INPUT_WEIGHTS, expected.memory.input);
      client.program(Region.RECURRENT_WEIGHTS, expected.memory.recurrent);
      client.program(Region.PARAMETERS, parameters);
      for (int done = 0; done < STEPS; ) {
        int steps = Math.min(client.maxSteps(), Math.min(30, STEPS - done));
        Bits[] events = new Bits[steps];
        Bits[] forced = new Bits[steps];
        for (int i = 0; i < steps; i++) {
          events[i] = Bits.of(random.nextInt(Layout.SLOTS), random.nextInt(Layout.SLOTS));
          forced[i] = i == 0 ? Bits.of(random.nextInt(Layout.NEURONS)) : new Bits();
        }
        done += steps;
        Bits[] spikes = client.run(events, forced, done);
        for (int i = 0; i < steps; i++) {
          expected.step(events[i], forced[i]);
          assertThat(spikes[i]).as("step %d", i).isEqualTo(expected.state.spikes);
        }
      }
      return true;
    } catch (WireException given) {
      assertThat(given).hasMessageContaining("faulty line");
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
