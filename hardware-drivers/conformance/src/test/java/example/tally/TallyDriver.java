package example.tally;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.device.Fit;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.Limit;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;

/** Finds tally boards: 16 counters that add the int8 weights of 16 inputs. */
@Component(
    service = HardwareDriver.class,
    property = {"glia.id=tally-board", "glia.version=1.0.0"})
public final class TallyDriver implements HardwareDriver {
  static final NumberFormat COUNTS = new NumberFormat("whole numbers", 0, true);
  private static final NumberFormat INT8 = new NumberFormat("int8", 0.5, true);

  private final TallyDevice device = new TallyDevice(new TallyBoard());

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(
        ComponentKind.DRIVER, "tally-board", "1.0.0", "A board of counters with int8 weights", "");
  }

  @Override
  public NumberFormat numberFormat() {
    return COUNTS;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(
        List.of("counters: n : 1, spike n >= full, reset n = 0"),
        List.of("target += w, with a constant weight or listed ones"),
        List.of(),
        List.of(COUNTS, INT8),
        Map.of(
            Limit.NEURONS,
            (long) TallyBoard.COUNTERS,
            Limit.INPUTS,
            (long) TallyBoard.INPUTS,
            Limit.SYNAPSES,
            (long) TallyBoard.INPUTS * TallyBoard.COUNTERS,
            Limit.DELAY_TICKS,
            0L,
            Limit.TRACED_NEURONS,
            0L),
        Set.of(Ability.READS_WEIGHTS, Ability.WRITES_WEIGHTS, Ability.EXACT_STATES));
  }

  @Override
  public List<Device> devices() {
    return device.board().isPlugged() ? List.of(device) : List.of();
  }

  @Override
  public Mapping map(Network network, DeployOptions options) {
    return Mapping.of(network, term -> TallyMapping.fate(network, term));
  }

  @Override
  public Fit fit(Network network) {
    return map(network, DeployOptions.DEFAULT).fit();
  }

  TallyBoard board() {
    return device.board();
  }
}
