package dev.glia.drivers.rram;

import dev.glia.api.device.Device;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import dev.glia.api.testkit.Wiring;
import dev.glia.drivers.conformance.Agreement;
import dev.glia.drivers.conformance.DeviceContract;
import dev.glia.drivers.conformance.Plug;
import dev.glia.drivers.conformance.Specimen;
import dev.glia.drivers.rram.controller.MacroFolder;
import dev.glia.drivers.rram.host.VirtualMacros;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

/** A macro whose controller is another process, which is its plug. */
class RramConformanceTest extends DeviceContract {
  private static final String NAME = "bench";
  private static final VirtualMacros MACROS = new VirtualMacros();
  private static final SynapseEquations DELTA =
      SynapseEquations.of("").onSpike("target += w").build();

  private static Path folder;
  private static Process controller;
  private static RramDriver driver;

  private static void start() {
    try {
      controller =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "dev.glia.drivers.rram.controller.RramMacro",
                  "--name",
                  NAME,
                  "--seed",
                  "77",
                  "--folder",
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      controller.inputReader().readLine(); // it listens
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterAll
  static void stop() {
    MACROS.close();
    if (controller != null) {
      controller.destroyForcibly();
    }
  }

  @Override
  protected HardwareDriver driver() {
    if (driver == null) {
      try {
        folder = Files.createTempDirectory("glia-rram-conformance-");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      driver = new RramDriver(MACROS, new MacroFolder(folder));
      start();
    }
    return driver;
  }

  @Override
  protected Device device() {
    return driver().devices().stream()
        .filter(device -> device.id().equals(NAME))
        .findFirst()
        .orElseThrow();
  }

  @Override
  protected List<Specimen> specimens() {
    return List.of(
        shown(
            Specimen.of("membranes", network(1e3), 60)
                .agreeing(
                    Agreement.within(
                        0,
                        0.25,
                        "cells are programmed with noise, and read with fresh noise at each"
                            + " access"))),
        shown(
            Specimen.of("liquid", network(5), 60)
                .agreeing(
                    Agreement.within(
                        0.25, 3, "a spike that noise moves changes everything after it"))));
  }

  private static Specimen shown(Specimen specimen) {
    Specimen shown = specimen;
    for (int i = 0; i < 24; i++) {
      for (int t = 1; t < 60; t++) {
        if ((i * 31 + t * 17) % 7 == 0) {
          shown = shown.force("in", i, t);
        }
      }
    }
    return shown;
  }

  private static Network network(double threshold) {
    NeuronEquations cell =
        NeuronEquations.of("du/dt = 0 Hz : 1\ndx/dt = 0 Hz : 1")
            .everyTick("u = decay*u + x; x = 0")
            .spike("u > full")
            .reset("u = 0")
            .parameter("decay", "0.9", "[0, 1]", "what is left after a step")
            .parameter("full", "5", "", "threshold")
            .build();
    return TestNetwork.with("1 ms")
        .seed(4)
        .population("in", 24, TestNetwork.relay())
        .population("cells", 20, cell, p -> p.set("full", threshold))
        .project("in", "cells", p -> p.through(DELTA, "x").weight(new Law.Normal(0.3, 1.5, -9, 9)))
        .project(
            "cells",
            "cells",
            p ->
                p.name("recurrent")
                    .through(DELTA, "x")
                    .weight(new Law.Normal(0, 0.5, -9, 9))
                    .delay("2 ms")
                    .wiring(Wiring.fixedProbability(20, 20, 0.5, 9)))
        .probeSpikes("cells")
        .probe("cells", "u")
        .build();
  }

  @Override
  protected Network refused() {
    return TestNetwork.with("1 ms")
        .population("in", 513, TestNetwork.relay())
        .population("out", 3, TestNetwork.relay())
        .population("cells", 4, NeuronEquations.of("dx/dt = 0 Hz : 1").build())
        .project("in", "cells", p -> p.through(DELTA, "x").weight("1"))
        .build();
  }

  @Override
  protected Optional<Plug> plug() {
    return Optional.of(
        new Plug() {
          @Override
          public void pull() {
            controller.destroyForcibly().onExit().join();
          }

          @Override
          public void putBack() {
            if (!controller.isAlive()) {
              start();
            }
          }
        });
  }
}
