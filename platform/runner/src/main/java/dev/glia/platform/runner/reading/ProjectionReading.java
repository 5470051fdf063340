package dev.glia.platform.runner.reading;

import dev.glia.v1.ProjectionSpec;
import dev.glia.v1.Value;
import java.util.Optional;

/** Reads projections. One experiment, one thread. */
final class ProjectionReading {
  private final References references;
  private final NetworkNames names;
  private final Problems problems;

  ProjectionReading(References references, NetworkNames names, Problems problems) {
    this.references = references;
    this.names = names;
    this.problems = problems;
  }

  /** Reads one projection. */
  ProjectionSpec read(Item item, int index) {
    Section section = Section.of(item, "projections[" + index + "]", problems);
    String source = names.population(section, "from");
    String target = names.population(section, "to");
    String name = names.projection(section, source, target);
    Section named = Section.of(item, name, problems);
    named.find("from");
    named.find("to");
    named.find("name");
    ProjectionSpec.Builder projection =
        ProjectionSpec.newBuilder()
            .setName(name)
            .setSource(source)
            .setTarget(target)
            .setPlace(item.place());
    references
        .require(named, "topology", "{fixed-probability: {p: 0.1}}")
        .ifPresent(projection::setTopology);
    references
        .require(named, "synapse", "{exponential: {tau: 5 ms}}")
        .ifPresent(projection::setSynapse);
    named.text("into").ifPresent(projection::setInto);
    value(named, "weight").ifPresent(projection::setWeight);
    value(named, "delay").ifPresent(projection::setDelay);
    named
        .find("learning")
        .ifPresent(
            rules ->
                projection.addAllLearning(
                    new RuleReading(references, problems).read(rules, named.path("learning"))));
    named.finish();
    return projection.build();
  }

  private Optional<Value> value(Section section, String field) {
    return section
        .find(field)
        .map(item -> Scalars.value(item, section.path(field), problems))
        .map(value -> value.toBuilder().setPlace(section.place(field)).build());
  }
}
