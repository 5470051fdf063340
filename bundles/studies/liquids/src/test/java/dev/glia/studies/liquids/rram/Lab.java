package dev.glia.studies.liquids.rram;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.datasets.events.GlyphTone;
import dev.glia.datasets.images.Mnist;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.rram.IdealSource;
import dev.glia.drivers.rram.MacroSource;
import dev.glia.drivers.rram.host.VirtualMacros;
import dev.glia.encoders.SaccadeEvents;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.platform.studies.running.StudyRunnerService;
import java.util.Comparator;
import java.util.List;

/** The components that the study runs with: those of the shipped bundles, on the class path. */
final class Lab implements Catalog, AutoCloseable {
  private final VirtualMacros macros = new VirtualMacros();
  private final List<Component> components =
      List.of(
          new RramLiquid(),
          new GlyphTone(),
          new Mnist(),
          new SaccadeEvents(),
          new CpuDriver(),
          new IdealSource(),
          new MacroSource(macros));

  StudyRunner runner() {
    return new StudyRunnerService(this, new ExperimentRunnerService(this));
  }

  @Override
  public void close() {
    macros.close();
  }

  @Override
  public List<Offer> offers(ComponentKind kind) {
    return components.stream()
        .filter(c -> c.descriptor().kind() == kind)
        .map(c -> new Offer(c.descriptor(), "test", "1.0.0", 0))
        .sorted(Comparator.comparing(offer -> offer.descriptor().id()))
        .toList();
  }

  @Override
  public <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange) {
    T found =
        components.stream()
            .filter(c -> type.isInstance(c) && c.descriptor().id().equals(id))
            .map(type::cast)
            .findFirst()
            .orElseThrow(() -> new Fault(Fault.Kind.MISSING, "no component '" + id + "'"));
    return new Lease<>() {
      @Override
      public T component() {
        return found;
      }

      @Override
      public Offer offer() {
        return new Offer(found.descriptor(), "test", "1.0.0", 0);
      }

      @Override
      public void close() {}
    };
  }
}
