package dev.glia.platform.runner.reading;

import dev.glia.v1.CurrentInput;
import dev.glia.v1.InputSpec;
import dev.glia.v1.PoissonInput;
import java.util.Optional;

/** Reads inputs. One experiment, one thread. */
final class InputReading {
  private final References references;
  private final NetworkNames names;
  private final Problems problems;

  InputReading(References references, NetworkNames names, Problems problems) {
    this.references = references;
    this.names = names;
    this.problems = problems;
  }

  /** Reads one input. */
  InputSpec read(Item item, int index) {
    String path = "inputs[" + index + "]";
    Section section = Section.of(item, path, problems);
    String target = names.population(section, "to");
    InputSpec.Builder input =
        InputSpec.newBuilder()
            .setName(section.text("name").orElse(""))
            .setTarget(target)
            .setPlace(item.place());
    if (!input.getName().isEmpty() && !input.getName().matches(NetworkNames.SHAPE)) {
      section.problem("name", "a name is a letter, then letters, digits, _ or -. Try background.");
    }
    section.text("into").ifPresent(input::setInto);
    Optional<Item> poisson = section.find("poisson");
    Optional<Item> current = section.find("current");
    section.find("from");
    section.find("until");
    if (poisson.isPresent() == current.isPresent()) {
      problems.add(
          item.place(), path, "an input is either poisson or current. Try current: 0.3 nA.");
    } else if (poisson.isPresent()) {
      input.setPoisson(poisson(poisson.get(), path + ".poisson"));
    } else {
      input.setCurrent(
          CurrentInput.newBuilder()
              .setAmplitude(Scalars.value(current.get(), path + ".current", problems))
              .setFrom(section.time("from", Section.NOT_NEGATIVE, 0, "100 ms"))
              .setUntil(section.time("until", Section.POSITIVE, 0, "400 ms")));
      double until = input.getCurrent().getUntil();
      if (until > 0 && until <= input.getCurrent().getFrom()) {
        section.problem("until", "isn't after 'from'. Try a later time, or leave it out.");
      }
    }
    section.finish();
    return input.build();
  }

  private PoissonInput poisson(Item item, String path) {
    Section section = Section.of(item, path, problems);
    PoissonInput.Builder poisson = PoissonInput.newBuilder();
    section
        .require("rate", "20 Hz")
        .ifPresent(rate -> poisson.setRate(Scalars.value(rate, path + ".rate", problems)));
    section
        .require("weight", "0.1 mV")
        .ifPresent(weight -> poisson.setWeight(Scalars.value(weight, path + ".weight", problems)));
    references.require(section, "synapse", "delta").ifPresent(poisson::setSynapse);
    section.finish();
    return poisson.build();
  }
}
