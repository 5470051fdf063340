package dev.glia.signal.files;

import dev.glia.api.component.Fault;
import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SignalRecording;
import dev.glia.signal.recording.Units;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes recordings without gaps, all channels at one rate, as BrainVision with float32 samples.
 */
public final class BrainVisionWriter {
  private BrainVisionWriter() {}

  /**
   * Writes header, markers and data.
   *
   * @param header the {@code .vhdr} file; the others lie beside it
   * @throws IllegalArgumentException if rates differ, or there's a gap
   * @throws Fault EXTERNAL if the disk fails
   */
  public static void write(SignalRecording recording, Path header) {
    String name = header.getFileName().toString().replaceFirst("\\.[^.]*$", "");
    try {
      Files.writeString(header, header(recording, name));
      Files.writeString(header.resolveSibling(name + ".vmrk"), markers(recording, name));
      Files.write(header.resolveSibling(name + ".eeg"), data(recording));
    } catch (IOException failed) {
      throw new Fault(Fault.Kind.EXTERNAL, header + ": can't be written: " + failed, failed);
    }
  }

  static String header(SignalRecording recording, String name) {
    List<Channel> channels = recording.channels();
    double rate = channels.get(0).rate();
    if (recording.stretches().size() > 1 || channels.stream().anyMatch(c -> c.rate() != rate)) {
      throw new IllegalArgumentException("BrainVision wants one rate and no gaps");
    }
    StringBuilder text = new StringBuilder();
    text.append("Brain Vision Data Exchange Header File Version 1.0\n\n[Common Infos]\n");
    text.append("Codepage=UTF-8\nDataFile=").append(name).append(".eeg\n");
    text.append("MarkerFile=").append(name).append(".vmrk\n");
    text.append("DataFormat=BINARY\nDataOrientation=MULTIPLEXED\n");
    text.append("NumberOfChannels=").append(channels.size()).append('\n');
    text.append("SamplingInterval=").append(1e6 / rate).append("\n\n");
    text.append("[Binary Infos]\nBinaryFormat=IEEE_FLOAT_32\n\n[Channel Infos]\n");
    for (int i = 0; i < channels.size(); i++) {
      Channel channel = channels.get(i);
      text.append(
          String.format(
              Locale.ROOT,
              "Ch%d=%s,,1,%s%n",
              i + 1,
              channel.name().replace(",", "\\1"),
              channel.writtenUnit().isEmpty() ? channel.unit() : channel.writtenUnit()));
    }
    return text.toString();
  }

  static String markers(SignalRecording recording, String name) {
    double rate = recording.channels().get(0).rate();
    StringBuilder text = new StringBuilder();
    text.append("Brain Vision Data Exchange Marker File, Version 1.0\n\n[Common Infos]\n");
    text.append("Codepage=UTF-8\nDataFile=").append(name).append(".eeg\n\n[Marker Infos]\n");
    int number = 0;
    for (Annotation each : recording.annotations()) {
      text.append(
          String.format(
              Locale.ROOT,
              "Mk%d=%s,%s,%d,%d,%d%n",
              ++number,
              each.type().replace(",", "\\1"),
              each.text().replace(",", "\\1"),
              Math.round(each.onset() * rate) + 1,
              Math.max(1, Math.round(each.duration() * rate)),
              each.channel() + 1));
    }
    return text.toString();
  }

  static byte[] data(SignalRecording recording) {
    int channels = recording.channels().size();
    int samples = Math.toIntExact(recording.channels().get(0).samples());
    ByteBuffer bytes =
        ByteBuffer.allocate(Math.multiplyExact(4 * channels, samples))
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int c = 0; c < channels; c++) {
      double unit = Units.of(recording.channels().get(c).writtenUnit()).scale();
      double[] values = recording.read(c, 0, samples);
      for (int i = 0; i < samples; i++) {
        bytes.putFloat(4 * (i * channels + c), (float) (values[i] / unit));
      }
    }
    return bytes.array();
  }
}
