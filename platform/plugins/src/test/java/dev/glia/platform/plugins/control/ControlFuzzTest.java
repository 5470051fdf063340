package dev.glia.platform.plugins.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.platform.plugins.container.Rings;
import dev.glia.platform.plugins.container.TestContainer;
import dev.glia.v1.ControlReply;
import dev.glia.v1.ControlRequest;
import dev.glia.v1.InstallPlugin;
import dev.glia.v1.ListBundles;
import dev.glia.v1.RemovePlugin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

/** Strangers send whatever they like. */
class ControlFuzzTest {
  private static final int FRAMES = Integer.getInteger("glia.fuzz", 50_000);
  private static final int CONNECTIONS = FRAMES / 10;
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path directory;

  private final SplittableRandom random =
      new SplittableRandom(Long.getLong("glia.test.seed", 20261124));

  @Test
  void anyBytesGetAnAnswerAndChangeNothing() throws IOException {
    try (TestContainer container = TestContainer.boot(directory)) {
      container.installer().install(Rings.plugin("rings", "1.0.0").in(directory));
      Bundle[] before = container.context().getBundles();
      ControlRequests requests =
          new ControlRequests(
              container.context(), container.admission(), container.installer(), "token");
      int understood = 0;
      for (int i = 0; i < FRAMES; i++) {
        ControlReply reply = ControlReply.parseFrom(requests.answer(request()));
        assertThat(reply.getError()).doesNotContain("internal fault");
        understood += reply.getError().isEmpty() ? 1 : 0;
      }

      assertThat(understood).isGreaterThan(FRAMES / 1000);
      assertThat(container.context().getBundles()).isEqualTo(before);
      assertThat(container.installer().plugins()).hasSize(1);
    }
  }

  @Test
  void hostileConnectionsLeaveTheContainerAnswering() throws IOException {
    try (TestContainer container = TestContainer.boot(directory)) {
      ContainerDescription description = Listening.await(container);
      int threads = Thread.activeCount();
      for (int i = 0; i < CONNECTIONS; i++) {
        abuse(description.socket());
      }

      ControlReply reply = askUntilServed(description);
      assertThat(reply.getBundlesList()).hasSize(container.context().getBundles().length);
      assertThat(Thread.activeCount()).isLessThan(threads + ControlServer.MOST_CONNECTIONS + 5);
    }
  }

  @Test
  void silentConnectionsAreDroppedInTime() throws IOException {
    try (TestContainer container = TestContainer.boot(directory)) {
      ContainerDescription description = Listening.await(container);
      SocketChannel[] silent = new SocketChannel[ControlServer.MOST_CONNECTIONS];
      for (int i = 0; i < silent.length; i++) {
        silent[i] = connect(description.socket());
        silent[i].write(ByteBuffer.wrap(new byte[] {(byte) 0x90}));
      }
      // Blocks until the container gives up on them.
      for (SocketChannel channel : silent) {
        assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        channel.close();
      }

      assertThat(askUntilServed(description).getBundlesCount()).isPositive();
    }
  }

  /** While all places are taken by strangers, connections are closed at once: try again. */
  private static ControlReply askUntilServed(ContainerDescription description) {
    for (int i = 0; ; i++) {
      try {
        return ControlConnection.to(description)
            .ask(
                ControlRequest.newBuilder().setListBundles(ListBundles.getDefaultInstance()), SOON);
      } catch (dev.glia.api.component.Fault busy) {
        if (i == 10_000) {
          throw busy;
        }
        Thread.yield();
      }
    }
  }

  private void abuse(Path socket) throws IOException {
    try (SocketChannel channel = connect(socket)) {
      byte[] bytes = frame();
      channel.write(ByteBuffer.wrap(bytes, 0, random.nextInt(bytes.length + 1)));
      if (random.nextInt(50) == 0) {
        channel.shutdownOutput();
        channel.read(ByteBuffer.allocate(100));
      }
    } catch (IOException refused) {
      // Too many at a time, or it hung up in the middle: its right.
      assertThat(refused.getMessage()).isNotNull();
    }
  }

  private static SocketChannel connect(Path socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(socket));
    return channel;
  }

  private byte[] frame() throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    switch (random.nextInt(4)) {
      case 0 -> frame.write(bytes(random.nextInt(200)));
      case 1 -> frame.write(new byte[] {-1, -1, -1, -1, (byte) random.nextInt(256), 1, 2, 3});
      case 2 -> {
        frame.write(random.nextInt(128));
        frame.write(bytes(random.nextInt(300)));
      }
      default -> {
        byte[] request = request();
        frame.write(request.length & 0x7f | 0x80);
        frame.write(request.length >> 7);
        frame.write(request);
      }
    }
    return frame.toByteArray();
  }

  /** Anything from noise to a request that is almost right. */
  private byte[] request() {
    if (random.nextInt(3) == 0) {
      return bytes(random.nextInt(200));
    }
    ControlRequest.Builder request =
        ControlRequest.newBuilder().setToken(random.nextInt(4) == 0 ? "tokem" : "token");
    switch (random.nextInt(3)) {
      case 0 -> request.setInstall(InstallPlugin.newBuilder().setJar(text()));
      case 1 ->
          request.setRemove(RemovePlugin.newBuilder().setSymbolicName(text()).setVersion(text()));
      default -> request.setListBundles(ListBundles.getDefaultInstance());
    }
    byte[] bytes = request.build().toByteArray();
    if (random.nextBoolean() && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private String text() {
    return switch (random.nextInt(5)) {
      case 0 -> "";
      case 1 -> "/" + "../".repeat(random.nextInt(50)) + "absent.jar";
      case 2 -> "dev.glia.platform.catalog";
      case 3 -> "\u0000\uFFFF\n\t".repeat(random.nextInt(5));
      default -> "9".repeat(random.nextInt(100));
    };
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
