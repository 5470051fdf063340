package dev.glia.drivers.rram;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Forecast;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.device.Limit;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.drivers.rram.array.ArrayModel;
import dev.glia.drivers.rram.controller.MacroDescription;
import dev.glia.drivers.rram.controller.MacroFolder;
import dev.glia.drivers.rram.host.VirtualMacros;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/**
 * Networks whose synapses are cells of a resistive-memory macro: the host steps the neurons, and
 * asks the macro's controller, another process, for what arrives at them.
 *
 * <p>Devices are {@code virtual} and {@code virtual-1} to {@code virtual-3}, simulated dies whose
 * controllers are started on demand, and every macro whose controller the program {@code
 * rram-macro} runs. Safe for any thread.
 */
@org.osgi.service.component.annotations.Component(
    service = HardwareDriver.class,
    property = {Component.ID + "=rram-macro", Component.VERSION + "=1.0.0"})
public final class RramDriver implements HardwareDriver {
  /** Programmed weights are off by up to so much of the largest one; neurons are float64. */
  static final NumberFormat FORMAT = new NumberFormat("analogue pairs of cells", 0.25, true);

  private static final int DIES = 4;
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.DRIVER,
          "rram-macro",
          "1.0.0",
          "A macro of 512 × 512 cells of resistive memory as synapses; neurons on the host",
          "arXiv:2307.00771");

  private static final Capabilities CAPABILITIES =
      new Capabilities(
          List.of("any equations, on the host"),
          List.of("any receptor that takes spikes"),
          List.of(),
          List.of(FORMAT),
          Map.of(Limit.SYNAPSES, (long) ArrayModel.INPUTS * ArrayModel.OUTPUTS),
          Set.of(
              Ability.READS_WEIGHTS,
              Ability.WRITES_WEIGHTS,
              Ability.SETS_PARAMETERS,
              Ability.SETS_STATE,
              Ability.FORCES_SPIKES,
              Ability.TRACES_STATE,
              Ability.STATE_AFTER_LOSS,
              Ability.COUNTS_ENERGY));

  private final MacroFolder folder;
  private final List<Device> virtual = new ArrayList<>();
  private final Map<String, BenchDevice> bench = new HashMap<>();

  @Activate
  public RramDriver(@Reference VirtualMacros macros) {
    this(macros, MacroFolder.ofUser());
  }

  RramDriver(VirtualMacros macros, MacroFolder folder) {
    this.folder = folder;
    for (int die = 0; die < DIES; die++) {
      virtual.add(new VirtualDevice(die == 0 ? "virtual" : "virtual-" + die, die, macros));
    }
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public NumberFormat numberFormat() {
    return FORMAT;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public synchronized List<Device> devices() {
    List<Device> devices = new ArrayList<>(virtual);
    for (MacroDescription found : folder.living()) {
      BenchDevice known = bench.get(found.name());
      if (known == null || !known.description().equals(found)) {
        known = new BenchDevice(found);
        bench.put(found.name(), known);
      }
      if (virtual.stream().noneMatch(device -> device.id().equals(found.name()))) {
        devices.add(known);
      }
    }
    return devices;
  }

  @Override
  public Fit fit(Network network) {
    return map(network, DeployOptions.DEFAULT).fit();
  }

  @Override
  public Mapping map(Network network, DeployOptions options) {
    return NetworkMapper.map(network, options);
  }

  @Override
  public Forecast forecast(Network network, DeployOptions options) {
    Map<String, WeightForm> forms = WeightForm.of(network, options.pinned());
    List<Forecast.Entry> entries = new ArrayList<>();
    for (Projection projection : network.projections()) {
      long pairs = (long) projection.connectivity().sources() * projection.connectivity().targets();
      // An access costs its way to the controller and back, some 50 µs, whatever it drives.
      entries.add(
          new Forecast.Entry(
              projection.name(),
              forms.get(projection.name()).symbol(),
              pairs + " pairs of cells",
              projection.connectivity().expectedSynapses(),
              0,
              50e3 / Math.max(1, projection.connectivity().targets())));
    }
    return new Forecast(entries);
  }
}
