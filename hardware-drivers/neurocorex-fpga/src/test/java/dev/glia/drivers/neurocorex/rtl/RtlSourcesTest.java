package dev.glia.drivers.neurocorex.rtl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RtlSourcesTest {
  private static final Path RTL = Path.of("rtl");
  private static final Path REPORT = Path.of("../../docs/hardware/neurocorex-resources.md");

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(RTL)) {
      return files.filter(file -> file.toString().endsWith(".v")).sorted().toList();
    }
  }

  @Test
  @Tag("integration")
  void verilatorFindsNothingToComplainAbout() throws IOException {
    SimulatedBoard.requires("verilator");
    assertThat(SimulatedBoard.run("verilator", "--lint-only", "-Wall", "neurocorex.v")).isEmpty();
  }

  @Test
  void theResourceReportIsOfTheseSources() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path source : sources()) {
      digest.update(Files.readAllBytes(source));
    }
    assertThat(REPORT)
        .as("the RTL has changed: run rtl/synth/estimate")
        .content()
        .contains(HexFormat.of().formatHex(digest.digest()));
  }
}
