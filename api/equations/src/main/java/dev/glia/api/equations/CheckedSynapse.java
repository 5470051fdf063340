package dev.glia.api.equations;

import dev.glia.api.equations.internal.checking.Neighbor;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.List;

/** What is known about a synapse model on its own. */
final class CheckedSynapse {
  private static final Unit TARGET = new Unit("target", 1, Dimension.unknown("target"));
  private static final SynapseChecker.Place NOWHERE =
      new SynapseChecker.Place(
          "",
          TARGET,
          new Expr.Name("target", Scope.STATE, TARGET.dimension()),
          Neighbor.unknown(Scope.PRE_NEURON),
          Neighbor.unknown(Scope.STATE),
          Neighbor.unknown(Scope.POST_NEURON),
          "w");

  private final SynapseSource source;
  private final List<ParameterText> parameterTexts;
  private final List<Parameter> parameters;

  private CheckedSynapse(SynapseEquations.Builder text) {
    source = SynapseSource.of(text);
    parameterTexts = text.parameters();
    parameters = SynapseChecker.parameters(parameterTexts, NOWHERE);
    SynapseChecker.check(source, parameterTexts, NOWHERE, new Streams());
  }

  static CheckedSynapse check(SynapseEquations.Builder text) {
    return new CheckedSynapse(text);
  }

  SynapseSource source() {
    return source;
  }

  List<ParameterText> parameterTexts() {
    return parameterTexts;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  boolean isContinuous() {
    return source.continuous().isPresent();
  }

  boolean actsOnState() {
    return source.actsOnState();
  }
}
