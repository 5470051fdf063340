package dev.glia.platform.runner;

import java.nio.file.*;
import java.util.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
  @Test
  void digits() throws Exception {
    List<String> overrides = new ArrayList<>(List.of(System.getProperty("set", "").split(";")));
    overrides.removeIf(String::isBlank);
    Experiment e = ExperimentReader.read(Path.of(System.getProperty("file")), overrides);
    long t = System.nanoTime();
    RunResult r =
        Lab.runner()
            .run(
                e,
                RunOptions.in(Path.of("/tmp/rn/out")).withData(Path.of("/work/shared/data")),
                new RunListener() {
                  long last;

                  @Override
                  public void progress(RunProgress p) {
                    if (System.nanoTime() - last > 5e9 || p.done() == p.total()) {
                      System.out.println((System.nanoTime() - t) / 1e9 + " " + p);
                      last = System.nanoTime();
                    }
                  }

                  @Override
                  public void message(String m) {
                    System.out.println(m);
                  }
                });
    System.out.println((System.nanoTime() - t) / 1e9 + " s");
    System.out.println(r.record().getMetricsList());
    System.out.println(r.record().getSpikeChecksum());
    System.out.println(r.directory() + " cpu " + r.record().getCpuSeconds());
  }
}
