package dev.glia.drivers.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.device.Ability;
import dev.glia.api.device.Capabilities;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deviation;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.Limit;
import dev.glia.api.device.Mapping;
import dev.glia.api.device.Mapping.Verdict;
import dev.glia.api.device.NetworkTerm;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.device.NumberFormat;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.testkit.Trial;
import dev.glia.api.units.Unit;
import dev.glia.drivers.reference.ReferenceDriver;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the driver says of itself, held against what it does. */
abstract class DeclarationTests extends DeviceTests {
  private static Mapping map(DeviceContract contract, Network network) {
    return contract.driver().map(network, DeployOptions.DEFAULT);
  }

  @Test
  void describesItself() {
    assertThat(driver().descriptor().kind()).isEqualTo(ComponentKind.DRIVER);
    assertThat(driver().descriptor().summary()).isNotBlank();
    assertThat(driver().descriptor()).isEqualTo(driver().descriptor());
    Capabilities can = driver().capabilities();
    assertThat(can.isDeclared()).as("it says which equations it takes").isTrue();
    assertThat(driver().capabilities()).as("the same at every call").isEqualTo(can);
    assertThat(can.formats().getFirst()).as("the state's format").isEqualTo(format());
    for (NumberFormat each : can.formats()) {
      assertThat(each.name()).isNotBlank();
      assertThat(each.relativeError()).isBetween(0.0, 1.0);
    }
    assertThat(can.learning().isEmpty())
        .as("learning rules are named if they run on the device")
        .isEqualTo(!can.can(Ability.LEARNS));
  }

  @Test
  void takesItsSpecimensWithinItsLimits() {
    assertThat(contract().specimens()).isNotEmpty();
    Capabilities can = driver().capabilities();
    for (Specimen specimen : contract().specimens()) {
      Network network = specimen.network();
      assertThat(map(contract(), network).fit().problems()).as(specimen.name()).isEmpty();
      assertThat(network.populations().stream().mapToLong(p -> p.size()).sum())
          .as("neurons and inputs of %s", specimen.name())
          .isLessThanOrEqualTo(most(can, Limit.NEURONS, Limit.INPUTS));
      assertThat(network.projections().stream().anyMatch(p -> p.learning().isPresent()))
          .as("%s learns", specimen.name())
          .matches(learns -> !learns || can.can(Ability.LEARNS));
      deploy(network).close();
    }
  }

  private static long most(Capabilities can, Limit first, Limit second) {
    long sum = can.most(first) + can.most(second);
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  @Test
  void mapsEveryTermOfANetwork() {
    for (Specimen specimen : contract().specimens()) {
      Network network = specimen.network();
      Mapping mapping = map(contract(), network);
      assertThat(mapping.entries())
          .as("mapping of %s", specimen.name())
          .extracting(Mapping.Entry::term)
          .containsAll(NetworkTerm.of(network));
      assertThat(map(contract(), network)).as("the same at every call").isEqualTo(mapping);
      assertThat(driver().fit(network).fits()).as("fit and mapping agree").isTrue();
      for (Mapping.Entry entry : mapping.entries()) {
        entry.deviation().ifPresent(DeclarationTests::hasAUnit);
      }
    }
    assertThat(map(contract(), contract().refused()).entries())
        .extracting(Mapping.Entry::term)
        .containsAll(NetworkTerm.of(contract().refused()));
  }

  private static void hasAUnit(Deviation deviation) {
    assertThat(Unit.parse(deviation.unit())).as("unit of %s", deviation).isNotNull();
  }

  /** The mapping says by how much weights are off; that much they may be, and no more. */
  @Test
  void weightsAreOffAsFarAsTheMappingSays() throws Exception {
    for (Specimen specimen : contract().specimens()) {
      Network network = specimen.network();
      Mapping mapping = map(contract(), network);
      try (Trial expected = Trial.of(new ReferenceDriver(), network);
          Trial actual = deploy(network)) {
        for (Map.Entry<String, float[]> each : weights(actual.deployment()).entrySet()) {
          Projection projection = network.projection(each.getKey());
          double[] asked = wide(expected.deployment().readWeights(projection.name()));
          double[] got = wide(each.getValue());
          assertThat(got).as("weights of %s", projection.name()).hasSameSizeAs(asked);
          Unit unit = weightUnit(network, projection);
          for (Mapping.Entry entry : mapping.entries()) {
            if (entry.term().aspect() == Aspect.WEIGHT
                && entry.term().where().equals("projection " + projection.name())) {
              check(entry, asked, got, unit);
            }
          }
        }
      }
    }
  }

  private void check(Mapping.Entry entry, double[] asked, double[] got, Unit unit) {
    if (entry.verdict() == Verdict.APPROXIMATED) {
      return;
    }
    Deviation said = entry.deviation().orElse(Deviation.relative(0, 0));
    for (int i = 0; i < asked.length; i++) {
      double allowed =
          said.isRelative()
              ? said.worst() * Math.abs(asked[i])
              : Unit.parse(said.unit()).scale() * said.worst();
      double rounding = Math.max(format().relativeError(), 0x1p-23) * Math.abs(asked[i]);
      assertThat(Math.abs(got[i] - asked[i]))
          .as("%s: weight %d is %g instead of %g %s", entry, i, got[i], asked[i], unit)
          .isLessThanOrEqualTo(allowed * (1 + 1e-6) + rounding);
    }
  }

  private static Unit weightUnit(Network network, Projection projection) {
    return network.population(projection.target()).program().arrivals().stream()
        .filter(arrival -> arrival.receptor().equals(projection.receptor()))
        .map(arrival -> arrival.weightUnit())
        .findFirst()
        .orElse(Unit.ONE);
  }

  @Test
  void refusesWhatItCannotTakeWithASentenceAndStaysUsable() {
    Network network = contract().refused();
    Mapping mapping = map(contract(), network);
    assertThat(mapping.fits()).as("the mapping").isFalse();
    assertThat(driver().fit(network).problems()).as("the fit").isNotEmpty();
    String where =
        mapping.entries().stream()
            .filter(entry -> entry.verdict() == Verdict.REFUSED)
            .map(entry -> entry.term().where())
            .findFirst()
            .orElseThrow();
    assertThatExceptionOfType(DeviceException.class)
        .isThrownBy(() -> device().deploy(network, DeployOptions.DEFAULT))
        .withMessageContaining(where.substring(where.indexOf(' ') + 1));
    deploy(any().network()).close();
  }
}
