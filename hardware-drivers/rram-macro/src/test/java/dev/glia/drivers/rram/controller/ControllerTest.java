package dev.glia.drivers.rram.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.crossbar.Block;
import dev.glia.api.device.DeviceException;
import dev.glia.drivers.rram.host.CrossbarClient;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A controller on its socket. */
class ControllerTest {
  private static final int CONNECTIONS = Integer.getInteger("glia.fuzz", 50_000) / 50;

  private Path folder;
  private Path socket;
  private Controller controller;

  @BeforeEach
  void listen() throws Exception {
    folder = MacroFolder.privateDirectory();
    socket = folder.resolve("sock");
    controller = new Controller(socket, "bench", 5);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                controller.serve();
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  @AfterEach
  void stop() throws Exception {
    controller.close();
    Files.deleteIfExists(folder);
  }

  @Test
  void secondHostIsToldThatTheMacroIsTaken() throws Exception {
    CrossbarClient first = CrossbarClient.connect("bench", socket);
    assertThatThrownBy(() -> CrossbarClient.connect("bench", socket))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("taken by another host");
    first.close();
    connectSoon().close();
  }

  @Test
  void cellsOutliveTheirHost() throws Exception {
    Block block = Block.of(2, 2);
    float[] before;
    try (CrossbarClient host = CrossbarClient.connect("bench", socket)) {
      host.calibrate();
      host.elapse(10);
      before = host.readback(block).plus();
    }
    try (CrossbarClient host = connectSoon()) {
      float[] after = host.readback(block).plus();
      for (int k = 0; k < 4; k++) {
        assertThat(after[k] / before[k]).isBetween(0.9f, 1.1f);
      }
      assertThat(host.telemetry().getReadingsList())
          .anySatisfy(
              r -> {
                assertThat(r.getName()).isEqualTo("age");
                assertThat(r.getValue()).isGreaterThan(10);
              });
    }
  }

  @Test
  void strangersLeaveItAnswering() throws Exception {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < CONNECTIONS; i++) {
      try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
        channel.connect(UnixDomainSocketAddress.of(socket));
        byte[] noise = new byte[1 + random.nextInt(100)];
        random.nextBytes(noise);
        channel.write(ByteBuffer.wrap(noise));
      } catch (java.io.IOException hungUp) {
        assertThat(hungUp.getMessage()).isNotNull();
      }
    }
    try (CrossbarClient host = connectSoon()) {
      assertThat(host.info().inputs()).isEqualTo(512);
    }
  }

  /** The controller takes a moment to see that a host is gone. */
  private CrossbarClient connectSoon() throws Exception {
    long end = System.nanoTime() + 20_000_000_000L;
    while (true) {
      try {
        return CrossbarClient.connect("bench", socket);
      } catch (DeviceException taken) {
        if (System.nanoTime() > end) {
          throw taken;
        }
        Thread.yield();
      }
    }
  }
}
