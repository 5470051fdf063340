package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.integration.fixture.GliaProcess;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording is looked at in the assembled container. */
class InspectTest {
  @TempDir Path temp;

  /** Two channels, a wave of 10 Hz and one of 20 Hz, four seconds at 200 Hz. */
  private void recording() throws Exception {
    Files.writeString(
        temp.resolve("lab.vhdr"),
        """
        Brain Vision Data Exchange Header File Version 1.0
        [Common Infos]
        DataFile=$b.eeg
        MarkerFile=$b.vmrk
        DataFormat=BINARY
        DataOrientation=MULTIPLEXED
        NumberOfChannels=2
        SamplingInterval=5000
        [Binary Infos]
        BinaryFormat=INT_16
        [Channel Infos]
        Ch1=Fp1,,0.5,µV
        Ch2=<b>Oz</b>,,0.5,µV
        """);
    Files.writeString(
        temp.resolve("lab.vmrk"),
        """
        Brain Vision Data Exchange Marker File, Version 1.0
        [Marker Infos]
        Mk1=Stimulus,S  7,201,1,0
        Mk2=Stimulus,S  7,401,1,0
        """);
    ByteBuffer data = ByteBuffer.allocate(2 * 2 * 800).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 800; i++) {
      data.putShort((short) (100 * Math.sin(2 * Math.PI * 10 * i / 200)));
      data.putShort((short) (50 * Math.sin(2 * Math.PI * 20 * i / 200)));
    }
    Files.write(temp.resolve("lab.eeg"), data.array());
  }

  @Test
  void aRecordingIsShownAndDrawn() throws Exception {
    recording();
    GliaProcess.Result shown =
        GliaProcess.in(temp).run("inspect", "lab.vhdr", "--report", "out/lab.html");

    assertThat(shown.exitCode()).as(shown.err()).isZero();
    assertThat(shown.out())
        .contains("2 channels, 4 s")
        .containsPattern("1-2 +eeg +µV +200 +800 +Fp1 <b>Oz</b>")
        .containsPattern("Stimulus +S {2}7 +2 +1 +0");
    String report = Files.readString(temp.resolve("out/lab.html"));
    assertThat(report)
        .contains("The first seconds", "Spectra of channels in V", "<svg")
        .contains("&lt;b&gt;Oz&lt;/b&gt;")
        .doesNotContain("<b>Oz</b>");
  }

  @Test
  void aRecordingThatIsCutOffIsRefusedInOneLine() throws Exception {
    recording();
    Files.write(temp.resolve("lab.eeg"), new byte[801]);
    GliaProcess.Result shown = GliaProcess.in(temp).run("inspect", "lab.vhdr");

    assertThat(shown.exitCode()).isEqualTo(2);
    assertThat(shown.err()).contains("lab.eeg: byte 801: cut off").doesNotContain("\tat ");
  }
}
