package dev.glia.api.equations;

import dev.glia.api.equations.internal.syntax.Assignment;
import dev.glia.api.equations.internal.syntax.Equation;
import dev.glia.api.equations.internal.syntax.Section;
import dev.glia.api.equations.internal.syntax.Sections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A learning rule as written: its trees, before names have a meaning. */
record LearningSource(
    Section<List<Equation>> equations,
    Section<List<Assignment>> onPre,
    Section<List<Assignment>> onPost,
    Section<List<Assignment>> everyTick,
    Map<String, Section<List<Assignment>>> onEvent) {
  static LearningSource of(LearningEquations.Builder text) {
    Map<String, Section<List<Assignment>>> events = new LinkedHashMap<>();
    text.onEvent.forEach(
        (event, statements) -> events.put(event, Sections.statements("on " + event, statements)));
    return new LearningSource(
        Sections.equations(text.equations),
        Sections.statements("on pre", text.onPre),
        Sections.statements("on post", text.onPost),
        Sections.statements("every tick", text.everyTick),
        events);
  }

  /** The same rule under its name on a projection, for messages. */
  LearningSource within(String rule) {
    UnaryOperator<Section<List<Assignment>>> named =
        section -> new Section<>(section.source().within(rule), section.content());
    Map<String, Section<List<Assignment>>> events = new LinkedHashMap<>();
    onEvent.forEach((event, section) -> events.put(event, named.apply(section)));
    return new LearningSource(
        new Section<>(equations.source().within(rule), equations.content()),
        named.apply(onPre),
        named.apply(onPost),
        named.apply(everyTick),
        events);
  }
}
