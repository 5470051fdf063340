package dev.glia.api.equations;

import dev.glia.api.equations.internal.checking.Neighbor;
import dev.glia.api.equations.internal.checking.Streams;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import java.util.List;

/** What is known about a learning rule on its own. */
final class CheckedLearning {
  private static final Unit WEIGHT = new Unit("weight", 1, Dimension.unknown("weight"));
  private static final LearningChecker.Place NOWHERE =
      new LearningChecker.Place(
          "", WEIGHT, Neighbor.unknown(Scope.PRE_NEURON), Neighbor.unknown(Scope.POST_NEURON));

  private final LearningSource source;
  private final List<ParameterText> parameterTexts;
  private final List<Parameter> parameters;
  private final List<String> modulators;

  private CheckedLearning(LearningEquations.Builder text) {
    source = LearningSource.of(text);
    parameterTexts = text.parameters();
    parameters = LearningChecker.parameters(parameterTexts, NOWHERE);
    modulators = LearningChecker.check(source, parameterTexts, NOWHERE, new Streams()).modulators();
  }

  static CheckedLearning check(LearningEquations.Builder text) {
    return new CheckedLearning(text);
  }

  LearningSource source() {
    return source;
  }

  List<ParameterText> parameterTexts() {
    return parameterTexts;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  List<String> modulators() {
    return List.copyOf(modulators);
  }
}
