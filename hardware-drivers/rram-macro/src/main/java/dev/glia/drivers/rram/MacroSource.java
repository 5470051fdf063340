package dev.glia.drivers.rram;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.crossbar.CrossbarSource;
import dev.glia.api.device.DeviceException;
import dev.glia.api.equations.Range;
import dev.glia.drivers.rram.array.Physics;
import dev.glia.drivers.rram.controller.MacroDescription;
import dev.glia.drivers.rram.controller.MacroFolder;
import dev.glia.drivers.rram.host.CrossbarClient;
import dev.glia.drivers.rram.host.VirtualMacros;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;

/** Arrays of resistive-memory macros: a simulated die of one's own, or one on the bench. */
@org.osgi.service.component.annotations.Component(
    service = CrossbarSource.class,
    property = {Component.ID + "=rram-macro", Component.VERSION + "=1.0.0"})
public final class MacroSource implements CrossbarSource {
  private static final String VIRTUAL = "virtual";
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.CROSSBAR,
          "rram-macro",
          "1.0.0",
          "A macro of 512 × 512 cells of resistive memory, simulated or on the bench",
          "arXiv:2307.00771",
          ParameterSchema.text(
              "macro", VIRTUAL, "a simulated one, or the name of one whose controller runs"),
          ParameterSchema.integer("seed", "0", Range.ANY, "which simulated die"),
          share("read_noise", Physics.DEFAULT.readNoise(), "relative noise of a cell at an access"),
          share("stuck_off", Physics.DEFAULT.stuckOff(), "share of cells without conductance"),
          share("stuck_on", Physics.DEFAULT.stuckOn(), "share of cells that conduct 120 µS"),
          share("drift", Physics.DEFAULT.drift(), "exponent of the loss over time"),
          ParameterSchema.quantity(
              "line_resistance",
              Physics.DEFAULT.lineOhms() + " Ohm",
              new Range(0, false, 100, false),
              "of a line from cell to cell"),
          ParameterSchema.integer(
              "adc_bits",
              "" + Physics.DEFAULT.adcBits(),
              new Range(0, false, 24, false),
              "of the converters; 0 for ones without steps"),
          ParameterSchema.integer(
              "input_bits",
              "" + Physics.DEFAULT.inputBits(),
              new Range(1, false, 8, false),
              "of an input's code"));

  private final VirtualMacros macros;

  @Activate
  public MacroSource(@Reference VirtualMacros macros) {
    this.macros = macros;
  }

  private static ParameterSchema share(String name, double value, String description) {
    return ParameterSchema.quantity(name, "" + value, new Range(0, false, 1, false), description);
  }

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CrossbarArray open(Parameters parameters) throws DeviceException {
    String macro = parameters.text("macro");
    if (macro.equals(VIRTUAL)) {
      return calibrated(macros.take().array(), parameters);
    }
    MacroDescription found =
        MacroFolder.ofUser().living().stream()
            .filter(each -> each.name().equals(macro))
            .findFirst()
            .orElseThrow(
                () ->
                    new DeviceException(
                        "no macro '" + macro + "' is running: start rram-macro --name " + macro));
    return calibrated(CrossbarClient.connect(macro, found.socket()), parameters);
  }

  private static CrossbarArray calibrated(CrossbarClient client, Parameters parameters)
      throws DeviceException {
    try {
      if (client.info().simulated()) {
        client.form(parameters.integer("seed"), physics(parameters).message());
      }
      client.calibrate();
      return client;
    } catch (DeviceException | RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static Physics physics(Parameters parameters) {
    Physics usual = Physics.DEFAULT;
    return new Physics(
        usual.formingMean(),
        usual.formingDeviation(),
        usual.formingLeast(),
        parameters.number("read_noise"),
        parameters.number("stuck_off"),
        parameters.number("stuck_on"),
        parameters.number("drift"),
        usual.driftDeviation(),
        parameters.number("line_resistance"),
        parameters.integer("input_bits"),
        parameters.integer("adc_bits"),
        usual.fullScale(),
        usual.programmingNoise());
  }
}
