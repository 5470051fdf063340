package dev.glia.interchange.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.exceptions.HdfFilterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** What keeps a file from taking more time and memory than it's worth. */
class LimitsTest {
  @Test
  void aFileThatRefersToItselfWithoutEndIsntReadWithoutEnd() {
    MeteredChannel channel = new MeteredChannel(new byte[100_000]);
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000_000; i++) {
                channel.read(ByteBuffer.allocate(6), i % 1000);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("refer to each other without end");
  }

  @Test
  void nothingBeyondTheEndIsReadOrAllocated() {
    MeteredChannel channel = new MeteredChannel(new byte[100]);
    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(20), 90))
        .hasMessageContaining("beyond its end");
    assertThatThrownBy(() -> channel.map(null, 0, 1L << 40)).hasMessageContaining("beyond its end");
    assertThatThrownBy(() -> channel.map(null, -8, 8)).hasMessageContaining("beyond its end");
  }

  @Test
  void chunksThatBlowUpAreRefused() {
    byte[] bomb = deflated(100 << 20);
    assertThat(bomb.length).isLessThan(200_000);
    assertThatThrownBy(() -> new BoundedInflater().decode(bomb, new int[0]))
        .isInstanceOf(HdfFilterException.class)
        .hasMessageContaining("inflates to more than");
    assertThat(new BoundedInflater().decode(deflated(1 << 20), new int[0])).hasSize(1 << 20);
  }

  @Test
  void chunksThatAreCutOffAreRefused() {
    byte[] whole = deflated(1 << 20);
    assertThatThrownBy(
            () -> new BoundedInflater().decode(java.util.Arrays.copyOf(whole, 500), new int[0]))
        .isInstanceOf(HdfFilterException.class);
  }

  private static byte[] deflated(int zeros) {
    Deflater deflater = new Deflater();
    deflater.setInput(new byte[zeros]);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[8192];
    while (!deflater.finished()) {
      out.write(block, 0, deflater.deflate(block));
    }
    deflater.end();
    return out.toByteArray();
  }
}
