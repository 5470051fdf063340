package dev.glia.datasets.graphs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.glia.api.component.Fault;
import dev.glia.api.data.GraphDataset;
import dev.glia.api.random.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever bytes the files hold: they're read, or a fault names one. {@code -Dglia.fuzz=…}. */
class ForeignBytesFuzzTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);
  private static final byte[] TEMPTING =
      "\t\n\r 0 -.eNx\0\377".getBytes(StandardCharsets.ISO_8859_1);

  @Test
  void damagedFilesNeverEndInAnythingButAFault() {
    SplittableRandom random = new SplittableRandom(20261125);
    byte[] content = CitationFilesTest.CONTENT.getBytes(StandardCharsets.UTF_8);
    byte[] cites = CitationFilesTest.CITES.getBytes(StandardCharsets.UTF_8);
    int accepted = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] papers = i % 3 == 0 ? content : damaged(content, random);
      byte[] citations = i % 3 == 1 ? cites : damaged(cites, random);
      try {
        check(CitationFiles.read(text(papers, "fuzzed.content"), text(citations, "fuzzed.cites")));
        accepted++;
      } catch (Fault refused) {
        assertThat(refused.getMessage()).startsWith("fuzzed.").doesNotContain("\n", "\0");
      } catch (IOException | RuntimeException | Error escaped) {
        fail("input " + i + ": " + Arrays.toString(papers) + Arrays.toString(citations), escaped);
      }
    }
    assertThat(accepted).as("inputs that were read").isBetween(1, INPUTS - 1);
  }

  private static TextFile text(byte[] bytes, String name) throws IOException {
    return TextFile.read(new ByteArrayInputStream(bytes), name);
  }

  private static void check(CitationGraph graph) {
    boolean[] known = graph.known(1, new RandomStream(1, "known", 0));
    GraphDataset all = graph.split("all", known);
    GraphDataset train = graph.split("train", known);
    assertThat(train.size() + graph.split("test", known).size()).isEqualTo(all.nodes());
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.sample(i).label()).isBetween(0, all.classes() - 1);
      assertThat(all.sample(i).values()).hasSize(all.shape()[0]);
    }
    assertThat(all.edges())
        .doesNotHaveDuplicates()
        .allMatch(e -> 0 <= e.one() && e.one() < e.other() && e.other() < all.nodes());
  }

  private static byte[] damaged(byte[] seed, SplittableRandom random) {
    byte[] content = seed.clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int place = random.nextInt(content.length);
      switch (random.nextInt(5)) {
        case 0 -> content[place] = (byte) random.nextInt();
        case 1 -> content[place] ^= (byte) (1 << random.nextInt(8));
        case 2 -> content = Arrays.copyOf(content, place + 1);
        case 3 -> content = Arrays.copyOf(content, content.length + random.nextInt(40));
        default -> content[place] = TEMPTING[random.nextInt(TEMPTING.length)];
      }
    }
    return content;
  }
}
