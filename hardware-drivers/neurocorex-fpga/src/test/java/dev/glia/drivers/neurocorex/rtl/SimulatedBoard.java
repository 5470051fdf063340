package dev.glia.drivers.neurocorex.rtl;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The RTL, simulated, behind a pseudo-terminal. Built at first use. */
public final class SimulatedBoard implements AutoCloseable {
  /** The fewest clocks a bit: fastest to simulate. */
  public static final int FAST = 4;

  /** As on the board: 1 Mbaud at 100 MHz. */
  public static final int REAL = 100;

  private static final Path RTL = Path.of("rtl").toAbsolutePath();
  private static final int PATIENCE = 60; // s

  private final Process process;
  private final String port;
  private OutputStream out; // null until it's used here
  private final BlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
  private byte[] left = {};

  private SimulatedBoard(Process process) throws IOException {
    this.process = process;
    BufferedReader said = process.inputReader();
    String line = said.readLine();
    if (line == null || !line.startsWith("port ")) {
      throw new IOException("the simulator doesn't say where it is, but: " + line);
    }
    port = line.substring(5);
  }

  private void open() throws IOException {
    out = Files.newOutputStream(Path.of(port));
    InputStream in = Files.newInputStream(Path.of(port));
    Thread.ofPlatform().daemon().name("bytes of " + port).start(() -> pump(in));
  }

  /**
   * Starts one. Where the tools aren't installed the test is skipped, but fails in continuous
   * integration.
   */
  public static SimulatedBoard start(int clocksPerBit) {
    requires("verilator", "make", "g++");
    try {
      Path built = RTL.resolve("../target/sim").normalize();
      run(
          "make",
          "-C",
          RTL.resolve("sim").toString(),
          "BUILD=" + built,
          "CLOCKS_PER_BIT=" + clocksPerBit);
      Path simulator = built.resolve(clocksPerBit + "/neurocorex-sim");
      return new SimulatedBoard(
          new ProcessBuilder(simulator.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Skips the test where a tool is missing, or fails it in continuous integration. */
  static void requires(String... tools) {
    for (String tool : tools) {
      boolean there =
          Arrays.stream(System.getenv("PATH").split(":"))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
      String missing = tool + " isn't installed: the RTL of the NeuroCoreX core isn't tested";
      if (!there && "true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      Assumptions.assumeTrue(there, missing);
    }
  }

  /** Runs a tool in the folder of the RTL; its output is the message if it fails. */
  static String run(String... command) throws IOException {
    Process tool =
        new ProcessBuilder(command).directory(RTL.toFile()).redirectErrorStream(true).start();
    String said = new String(tool.getInputStream().readAllBytes());
    try {
      if (tool.waitFor() != 0) {
        fail(String.join(" ", command) + "\n" + said);
      }
    } catch (InterruptedException stopped) {
      throw new IOException("interrupted", stopped);
    }
    return said;
  }

  /** Where a serial port can be opened, in place of {@link #send} and {@link #read}. */
  public String port() {
    return port;
  }

  public void send(byte[] bytes) throws IOException {
    if (out == null) {
      open();
    }
    out.write(bytes);
  }

  /** The next bytes. */
  public byte[] read(int count) throws InterruptedException {
    byte[] bytes = new byte[count];
    int size = 0;
    while (size < count) {
      if (left.length == 0) {
        left = arrived.poll(PATIENCE, TimeUnit.SECONDS);
        if (left == null) {
          left = new byte[0];
          return fail("the board sent %d of %d bytes in %d s", size, count, PATIENCE);
        }
      }
      int taken = Math.min(left.length, count - size);
      System.arraycopy(left, 0, bytes, size, taken);
      left = Arrays.copyOfRange(left, taken, left.length);
      size += taken;
    }
    return bytes;
  }

  private void pump(InputStream in) {
    try (in) {
      byte[] buffer = new byte[4096];
      for (int size = in.read(buffer); size > 0; size = in.read(buffer)) {
        arrived.add(Arrays.copyOf(buffer, size));
      }
    } catch (IOException gone) {
      // the simulator has ended
    }
  }

  @Override
  public void close() throws IOException {
    process.outputWriter().close(); // which ends it
    if (out != null) {
      out.close();
    }
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
