package dev.glia.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.glia.api.component.Fault;
import dev.glia.api.topology.Layer;
import dev.glia.api.units.Unit;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Whatever a file holds: its synapses are read, or a fault names a line. {@code -Dglia.fuzz=}. */
class SynapseFileFuzzTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);
  private static final byte[] SEED =
      "from,to,weight,delay\n0,1,0.5,1.5\n# none\n2;4;-1e-3;0\n1\t3\t2\t7\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final String PIECES = "0123456789.-+eE,;\t\n#NaInfity xX\"'";

  @Test
  void damagedFilesNeverEndInAnythingButAFault() throws IOException {
    SplittableRandom random = new SplittableRandom(20261124);
    SynapseFile file =
        new SynapseFile(
            Path.of("fuzzed"),
            List.of("from", "to", "weight", "delay"),
            Unit.parse("nA"),
            Unit.parse("ms"));
    int accepted = 0;
    for (int i = 0; i < INPUTS; i++) {
      byte[] content = damaged(random);
      SynapseList list = new SynapseList(Layer.of("a", 3), Layer.of("b", 5));
      try (BufferedReader reader = reader(content)) {
        file.read(reader, list);
        TopologyClaims.check(list.rows());
        accepted++;
      } catch (Fault refused) {
        assertThat(refused).hasMessageStartingWith("fuzzed:");
      } catch (MalformedInputException notText) {
        assertThat(new String(content, StandardCharsets.UTF_8)).contains("\uFFFD");
      } catch (RuntimeException | Error escaped) {
        fail("input " + i + ": " + Arrays.toString(content), escaped);
      }
    }
    assertThat(accepted).as("inputs that were read").isBetween(1, INPUTS - 1);
  }

  /** As files are read: bytes that aren't text are an error. */
  private static BufferedReader reader(byte[] content) {
    return new BufferedReader(
        new InputStreamReader(
            new ByteArrayInputStream(content), StandardCharsets.UTF_8.newDecoder()));
  }

  private static byte[] damaged(SplittableRandom random) {
    byte[] content = SEED.clone();
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int place = random.nextInt(content.length);
      switch (random.nextInt(4)) {
        case 0 -> content[place] = (byte) random.nextInt();
        case 1 -> content = Arrays.copyOf(content, place + 1);
        case 2 -> content[place] = (byte) PIECES.charAt(random.nextInt(PIECES.length()));
        default -> {
          byte[] longer = Arrays.copyOf(content, content.length + 1);
          System.arraycopy(content, place, longer, place + 1, content.length - place);
          content = longer;
        }
      }
    }
    return content;
  }
}
