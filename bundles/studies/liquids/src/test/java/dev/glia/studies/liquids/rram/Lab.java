package dev.glia.studies.liquids.rram;

import dev.glia.datasets.events.GlyphTone;
import dev.glia.datasets.images.Mnist;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.rram.IdealSource;
import dev.glia.drivers.rram.MacroSource;
import dev.glia.drivers.rram.host.VirtualMacros;
import dev.glia.encoders.SaccadeEvents;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.platform.studies.running.StudyRunnerService;
import dev.glia.platform.testkit.TestCatalog;

/** The components that the study runs with: those of the shipped bundles, on the class path. */
final class Lab implements AutoCloseable {
  private final VirtualMacros macros = new VirtualMacros();
  private final TestCatalog catalog =
      TestCatalog.of(
          new RramLiquid(),
          new GlyphTone(),
          new Mnist(),
          new SaccadeEvents(),
          new CpuDriver(),
          new IdealSource(),
          new MacroSource(macros));

  StudyRunner runner() {
    return new StudyRunnerService(catalog, new ExperimentRunnerService(catalog));
  }

  @Override
  public void close() {
    macros.close();
  }
}
