package dev.glia.drivers.neurocorex.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeployOptions;
import dev.glia.drivers.neurocorex.core.Bits;
import dev.glia.drivers.neurocorex.core.Flags;
import dev.glia.drivers.neurocorex.core.IntegerCore;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import dev.glia.drivers.neurocorex.wire.FaultyLine;
import dev.glia.drivers.neurocorex.wire.PlainClient;
import dev.glia.drivers.neurocorex.wire.Traffic;
import dev.glia.drivers.neurocorex.wire.WireException;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bad line to a published core: what is given out as spikes is right, or there's an error. */
@Timeout(120)
class PublishedFaultsTest {
  private static final double[] RATES = {1e-5, 1e-4, 1e-3};
  private static final int RUNS = Integer.getInteger("glia.faults", 10);
  private static final int STEPS = 300;

  private static final Plan PLAN =
      NetworkMapper.plan(
          PublishedNetworks.wide(4, true), DeployOptions.DEFAULT, Map.of(), Dialect.PUBLISHED);

  /** A core as published, without a wire. */
  private static IntegerCore direct() {
    IntegerCore core = new IntegerCore();
    core.memory.set(PLAN.memory());
    core.memory.flags = Flags.PUBLISHED_ORDER;
    core.memory.floor = -1;
    return core;
  }

  private static void run(PublishedCore core, IntegerCore expected, long seed, int steps)
      throws IOException {
    Random random = new Random(seed);
    for (int done = 0; done < steps; done += 30) {
      Bits[] events = new Bits[30];
      for (int i = 0; i < 30; i++) {
        events[i] =
            random.nextBoolean() ? Bits.of(Layout.inputColumn(random.nextInt(94))) : new Bits();
      }
      Bits[] spikes = core.run(events, new Bits[30]);
      core.confirm();
      for (int i = 0; i < 30; i++) {
        expected.step(events[i]);
        assertThat(spikes[i]).as("step %d", done + i).isEqualTo(expected.state.spikes);
      }
    }
  }

  @Test
  void aGoodLineLeavesTheCoreWithTheModelsWeights() throws Exception {
    FaultyLine line = new FaultyLine(1, Bitstream.PUBLISHED);
    IntegerCore expected = direct();
    PublishedCore core = new PublishedCore(new PlainClient(line, new Traffic(), 1), PLAN);
    run(core, expected, 1, STEPS);
    assertThat(line.port.core().memory.recurrent).isEqualTo(expected.memory.recurrent);
    assertThat(expected.memory.recurrent).as("it learned").isNotEqualTo(PLAN.memory().recurrent);
    assertThat(line.port.core().state.v).startsWith(expected.state.v);
  }

  @Test
  void aCoreThatSteppedOnByItselfRunsAgainFromTheFirstStep() throws Exception {
    FaultyLine line = new FaultyLine(1, Bitstream.PUBLISHED);
    IntegerCore expected = direct();
    PublishedCore core = new PublishedCore(new PlainClient(line, new Traffic(), 1), PLAN);
    run(core, expected, 1, STEPS / 2);
    line.port.core().step(Bits.of(Layout.inputColumn(3)));
    line.sendUnasked(new byte[11]);
    run(core, expected, 2, STEPS / 2);
    assertThat(line.port.core().memory.recurrent).isEqualTo(expected.memory.recurrent);
    assertThat(line.port.core().state.v).startsWith(expected.state.v);
  }

  @ParameterizedTest
  @EnumSource(FaultyLine.Fault.class)
  void wrongSpikesAreNeverTakenForRight(FaultyLine.Fault fault) throws Exception {
    int injected = 0;
    StringBuilder table = new StringBuilder();
    for (double rate : RATES) {
      int whole = 0;
      for (int run = 0; run < RUNS; run++) {
        FaultyLine line = new FaultyLine(run + 100 * Math.round(1 / rate), Bitstream.PUBLISHED);
        line.inject(fault, rate);
        Traffic traffic = new Traffic();
        try {
          run(new PublishedCore(new PlainClient(line, traffic, 1), PLAN), direct(), run, STEPS);
          whole++;
        } catch (WireException given) {
          assertThat(given).hasMessageContaining("tried 4 times");
          assertThat(traffic.retries()).isPositive();
        }
        injected += line.injected;
      }
      if (rate <= 1e-5) {
        assertThat(whole)
            .as("runs that came through at a rate of %g", rate)
            .isGreaterThan(RUNS / 2);
      }
      table.append("%s at %g: %d of %d runs whole%n".formatted(fault, rate, whole, RUNS));
    }
    System.out.print(table);
    assertThat(injected).isPositive();
  }
}
