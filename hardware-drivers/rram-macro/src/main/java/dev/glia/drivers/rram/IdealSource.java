package dev.glia.drivers.rram;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.crossbar.CrossbarSource;
import dev.glia.api.equations.Range;

/** The control of every study of a macro: normal weights of the same size, computed exactly. */
@org.osgi.service.component.annotations.Component(
    service = CrossbarSource.class,
    property = {Component.ID + "=ideal-gaussian", Component.VERSION + "=1.0.0"})
public final class IdealSource implements CrossbarSource {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.CROSSBAR,
          "ideal-gaussian",
          "1.0.0",
          "Normal weights without any noise, defect or rounding: the control of a macro",
          "",
          ParameterSchema.integer("seed", "0", Range.ANY, "of the weights"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public CrossbarArray open(Parameters parameters) {
    return new IdealArray(parameters.integer("seed"));
  }
}
