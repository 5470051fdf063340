package dev.glia.drivers.rram.host;

import dev.glia.api.device.DeviceException;
import dev.glia.drivers.rram.controller.MacroFolder;
import dev.glia.drivers.rram.controller.RramMacro;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A simulated macro's controller, in a process of its own that we started and that ends with us.
 */
final class VirtualMacro implements AutoCloseable {
  private static final int START_SECONDS = 60;

  private final Process process;
  private final Path folder;
  private final Path socket;

  private VirtualMacro(Process process, Path folder, Path socket) {
    this.process = process;
    this.folder = folder;
    this.socket = socket;
  }

  /**
   * Starts a controller.
   *
   * @throws DeviceException if it doesn't listen within a minute
   */
  static VirtualMacro start() throws DeviceException {
    try {
      Path folder = MacroFolder.privateDirectory();
      Path socket = folder.resolve("sock");
      Process process =
          new ProcessBuilder(command(folder, socket))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      VirtualMacro macro = new VirtualMacro(process, folder, socket);
      macro.awaitReady();
      return macro;
    } catch (IOException e) {
      throw new DeviceException("a controller can't be started: " + e.getMessage(), e);
    }
  }

  private static List<String> command(Path folder, Path socket) throws IOException {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx768m",
        "-Xshare:auto",
        "--add-modules",
        "jdk.incubator.vector",
        "--sun-misc-unsafe-memory-access=allow",
        "-cp",
        ClassPath.ofController(folder),
        RramMacro.class.getName(),
        "--socket",
        socket.toString());
  }

  private void awaitReady() throws DeviceException {
    BufferedReader says =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    CompletableFuture<String> line =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return says.readLine();
              } catch (IOException e) {
                return null;
              }
            });
    try {
      if (!"ready".equals(line.get(START_SECONDS, TimeUnit.SECONDS))) {
        throw new DeviceException(
            "the macro's controller ended at once: try " + RramMacro.class.getName() + " by hand");
      }
    } catch (TimeoutException | ExecutionException e) {
      close();
      throw new DeviceException("the macro's controller doesn't start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new DeviceException("interrupted while the macro's controller started", e);
    } catch (DeviceException e) {
      close();
      throw e;
    }
  }

  Path socket() {
    return socket;
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      System.getLogger(VirtualMacro.class.getName())
          .log(System.Logger.Level.DEBUG, folder + " stays", e);
    }
  }
}
