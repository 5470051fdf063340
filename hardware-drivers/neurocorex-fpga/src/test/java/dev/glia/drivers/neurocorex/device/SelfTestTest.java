package dev.glia.drivers.neurocorex.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.network.Network;
import dev.glia.drivers.neurocorex.core.Layout;
import dev.glia.drivers.neurocorex.core.Memory;
import dev.glia.drivers.neurocorex.core.Side;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.mapping.NetworkMapper;
import dev.glia.drivers.neurocorex.mapping.Plan;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import dev.glia.drivers.neurocorex.wire.FaultyLine;
import dev.glia.drivers.neurocorex.wire.PlainClient;
import dev.glia.drivers.neurocorex.wire.Traffic;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What single damaged bytes of programming are found before a network runs. */
@Timeout(300)
class SelfTestTest {
  private static final int DAMAGES = Integer.getInteger("glia.damages", 40);

  /** Damages that were found, that stayed and matter, and that don't matter. */
  private static final class Tally {
    int caught;
    int silent;
    int harmless;

    double share() {
      return (double) caught / (caught + silent);
    }

    @Override
    public String toString() {
      return "%d caught, %d silent, %d harmless: %.3f".formatted(caught, silent, harmless, share());
    }
  }

  private static Tally damage(String name, Network network) throws Exception {
    Plan plan = NetworkMapper.plan(network, DeployOptions.DEFAULT, Map.of(), Dialect.PUBLISHED);
    FaultyLine good = new FaultyLine(0, Bitstream.PUBLISHED);
    new PublishedCore(new PlainClient(good, new Traffic(), 1), plan);
    Tally tally = new Tally();
    StringBuilder where = new StringBuilder();
    Random random = new Random(5);
    for (int i = 0; i < DAMAGES; i++) {
      FaultyLine line = new FaultyLine(i, Bitstream.PUBLISHED);
      long at = random.nextLong(good.sent());
      line.damageByte(at);
      Traffic traffic = new Traffic();
      new PublishedCore(new PlainClient(line, traffic, 1), plan);
      if (traffic.retries() > 0) {
        tally.caught++;
      } else if (isSame(line.port.core().memory, good.port.core().memory, plan)) {
        tally.harmless++;
      } else {
        tally.silent++;
        where.append(' ').append(at);
      }
    }
    System.out.println(name + ": " + tally + where);
    return tally;
  }

  /** Whether two memories are the same to a network. */
  private static boolean isSame(Memory a, Memory b, Plan plan) {
    int neurons = plan.neurons().length;
    boolean same = a.leak() == b.leak() && a.gain() == b.gain();
    for (int i = 0; i < neurons; i++) {
      same &= a.threshold(i) == b.threshold(i);
      same &= Math.max(1, a.refractorySteps(i)) == Math.max(1, b.refractorySteps(i));
      same &= a.bias[i] == b.bias[i];
      for (int input = 0; input < plan.placement().inputs(); input++) {
        same &= a.input[Layout.inputCell(i, input)] == b.input[Layout.inputCell(i, input)];
      }
      for (int j = 0; j < neurons; j++) {
        same &= a.recurrent[Layout.recurrentCell(i, j)] == b.recurrent[Layout.recurrentCell(i, j)];
      }
    }
    return same && (plan.rule().isEmpty() || learnsTheSame(a, b, plan));
  }

  private static boolean learnsTheSame(Memory a, Memory b, Plan plan) {
    boolean same = a.strengthening() == b.strengthening() && a.weakening() == b.weakening();
    for (Side side : Side.values()) {
      same &= a.inputWindow(side) == b.inputWindow(side);
      same &= a.recurrentWindow(side) == b.recurrentWindow(side);
    }
    boolean inputs = plan.rule().orElseThrow()[0] != null;
    for (int i = 0; i < plan.neurons().length; i++) {
      for (int j = 0; j < plan.neurons().length; j++) {
        int cell = Layout.recurrentCell(i, j);
        same &= i == j || a.learnsRecurrent(cell) == b.learnsRecurrent(cell);
      }
      for (int input = 0; inputs && input < plan.placement().inputs(); input++) {
        int cell = Layout.inputCell(i, input);
        same &= a.learnsInput(cell) == b.learnsInput(cell);
      }
    }
    return same;
  }

  @Test
  void wrongBytesOfANetworkThatKeepsItsWeightsAreFound() throws Exception {
    assertThat(damage("fixed weights", PublishedNetworks.wide(4, false)).share())
        .isGreaterThan(0.9);
  }

  @Test
  void wrongBytesOfANetworkThatLearnsBetweenItsNeuronsAreFound() throws Exception {
    assertThat(damage("recurrent learning", PublishedNetworks.wide(4, true)).share())
        .isGreaterThan(0.8);
  }
}
