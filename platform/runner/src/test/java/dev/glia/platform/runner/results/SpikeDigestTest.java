package dev.glia.platform.runner.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeDigestTest {
  @Test
  void fewSpikesGiveTheHashOfTheirBytesAfterTheFirstLink() {
    SpikeDigest digest = new SpikeDigest();
    digest.add(5, 7);

    ByteBuffer bytes = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(32);
    bytes.putLong(5).putInt(7);
    assertThat(digest.value()).isEqualTo(Sha256.digest().digest(bytes.array()));
  }

  @Test
  void interruptionAnywhereDoesNotChangeIt() {
    Random random = new Random(1);
    SpikeDigest whole = new SpikeDigest();
    SpikeDigest part = new SpikeDigest();
    for (int i = 0; i < 3 * SpikeDigest.CHUNK; i++) {
      whole.add(i, i % 97);
      part.add(i, i % 97);
      if (random.nextInt(500) == 0) {
        SpikeDigest next = new SpikeDigest();
        next.restore(part.save());
        part = next;
      }
    }
    assertThat(part.value()).isEqualTo(whole.value());
    assertThat(part.count()).isEqualTo(3L * SpikeDigest.CHUNK);
  }

  @Test
  void everySpikeCounts() {
    SpikeDigest one = new SpikeDigest();
    SpikeDigest other = new SpikeDigest();
    for (int i = 0; i < 5000; i++) {
      one.add(i, 1);
      other.add(i, i == 17 ? 2 : 1);
    }
    assertThat(one.value()).isNotEqualTo(other.value());
  }
}
