package dev.glia.signal.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.array.NpyArray;
import dev.glia.api.component.Fault;
import dev.glia.api.signal.Annotation;
import dev.glia.api.signal.Channel;
import dev.glia.api.signal.SignalRecording;
import dev.glia.api.signal.Stretch;
import dev.glia.signal.recording.MemoryRecording;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever a file holds: it's read, or one message names it; nothing else is thrown, it takes no
 * time to speak of, and no memory beyond a bound. {@code -Dglia.fuzz=1000000} for more.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS) // of a million
class HostileFilesTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);
  private static final long MOST_BYTES = 4 << 20; // for files of some kilobytes
  private static final long PATIENCE = 5_000_000_000L; // a loaded machine's pauses included
  private static final String[] NASTY = {
    "-1",
    "0",
    "9999",
    "99999999",
    "1e9",
    "1e-9",
    "NaN",
    "Infinity",
    "-",
    "",
    " ",
    "0x15",
    "1.5",
    "\u0014",
    "\u0015",
    "+0",
    "-99999999",
    "2147483647",
    "4294967296",
    "..",
    "$b",
    "\\1",
    ",",
    "="
  };

  /** Opens bytes. */
  private interface Opening {
    SignalRecording open(byte[] bytes);
  }

  private static byte[] mutated(byte[] seed, SplittableRandom random) {
    byte[] bytes = seed.clone();
    int header = Math.min(bytes.length, 1400);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int range = random.nextInt(4) == 0 ? bytes.length : Math.min(header, bytes.length);
      int at = random.nextInt(range);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        case 3 -> {
          byte[] nasty = NASTY[random.nextInt(NASTY.length)].getBytes(StandardCharsets.ISO_8859_1);
          for (int k = 0; k < nasty.length && at + k < bytes.length; k++) {
            bytes[at + k] = nasty[k];
          }
        }
        case 4 -> bytes[at] = (byte) ('0' + random.nextInt(10));
        default -> {
          int from = random.nextInt(bytes.length);
          int length = Math.min(random.nextInt(64), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, Math.max(0, length));
        }
      }
    }
    return bytes;
  }

  /** Opens mutations, and reads what opens; gives how many opened. */
  private static int fuzz(List<byte[]> seeds, Opening opening) {
    SplittableRandom random = new SplittableRandom(20261125);
    int opened = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] bytes = mutated(seeds.get(i % seeds.size()), random);
      long allocated = Allocation.ofThisThread();
      long started = System.nanoTime();
      try (SignalRecording recording = opening.open(bytes)) {
        touch(recording);
        opened++;
      } catch (Fault fault) {
        assertThat(fault.kind()).isEqualTo(Fault.Kind.INPUT);
        assertThat(fault.getMessage()).contains("lab.");
      } catch (RuntimeException | Error other) {
        throw new AssertionError("input " + i + ": " + Arrays.toString(bytes), other);
      }
      assertThat(System.nanoTime() - started).as("time of input " + i).isLessThan(PATIENCE);
      assertThat(Allocation.ofThisThread() - allocated)
          .as("memory of input " + i)
          .isLessThan(MOST_BYTES);
    }
    return opened;
  }

  private static void touch(SignalRecording recording) {
    recording.annotations();
    recording.about();
    recording.stretches();
    for (int c = 0; c < Math.min(8, recording.channels().size()); c++) {
      Channel channel = recording.channels().get(c);
      int count = (int) Math.min(100, channel.samples());
      assertThat(recording.read(c, channel.samples() - count, count)).hasSize(count);
    }
  }

  @Test
  void edfAndBdf() {
    MemoryRecording two = Signals.two();
    List<byte[]> seeds = List.of(EdfWriter.edf(two, 0.5), EdfWriter.bdf(two, 0.5));
    int opened = fuzz(seeds, bytes -> Edf.open(Source.of("lab.edf", bytes)));
    assertThat(opened).isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
  }

  @Test
  void brainVision() {
    MemoryRecording noise =
        Signals.noise(
            new double[] {100, 100},
            List.of(new Stretch(0, 1)),
            List.of(new Annotation(0.5, 0, "Stimulus", "S  1", -1)));
    byte[] header = BrainVisionWriter.header(noise, "lab").getBytes(StandardCharsets.UTF_8);
    byte[] markers = BrainVisionWriter.markers(noise, "lab").getBytes(StandardCharsets.UTF_8);
    byte[] data = BrainVisionWriter.data(noise);
    SplittableRandom which = new SplittableRandom(3);
    int opened =
        fuzz(
            List.of(header, markers, header),
            bytes -> {
              boolean marks = new String(bytes, StandardCharsets.ISO_8859_1).contains("Marker Inf");
              byte[] cut = which.nextInt(10) == 0 ? Arrays.copyOf(data, which.nextInt(801)) : data;
              return new BrainVisionRecording(
                  Source.of("lab.vhdr", marks ? header : bytes),
                  "lab",
                  name ->
                      name.endsWith(".vmrk")
                          ? Source.of("lab.vmrk", marks ? bytes : markers)
                          : Source.of("lab.eeg", cut));
            });
    assertThat(opened).isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
  }

  @Test
  void numpy() {
    double[] values = new double[60];
    List<byte[]> seeds =
        List.of(
            NpyArray.bytes(values, 3, 20),
            NpyArray.bytes(values, 60),
            NpyArray.bytes(values, 4, 15));
    int opened =
        fuzz(
            seeds,
            bytes -> {
              try {
                return Numpy.recording(
                    NpyArray.read(new ByteArrayInputStream(bytes), bytes.length, "lab.npy"),
                    "lab.npy",
                    250,
                    "uV",
                    bytes.length % 2 == 0);
              } catch (IOException impossible) {
                throw new AssertionError(impossible);
              }
            });
    assertThat(opened).isBetween(INPUTS / 100, INPUTS - INPUTS / 100);
  }
}
