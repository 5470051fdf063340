package example.tally;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.drivers.conformance.DeviceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What docs/write-a-driver.md shows is what is built and tested here. */
class WriteADriverTest {
  private static final Path PAGE = Path.of("../../docs/write-a-driver.md");
  private static final Path SOURCES = Path.of("src/test/java/example/tally");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern GROUP = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

  @Test
  void everyPieceOfThePageIsInTheExample() throws IOException {
    List<String> pieces = pieces(JAVA);
    assertThat(pieces).hasSizeGreaterThan(8);
    String sources = sources();
    assertThat(pieces).allSatisfy(piece -> assertThat(sources).contains(piece));
  }

  @Test
  void thePageNamesAllGroupsOfTheKit() throws IOException {
    assertThat(pieces(GROUP))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(DeviceContract.class.getDeclaredClasses())
                .filter(group -> group.isAnnotationPresent(Nested.class))
                .map(Class::getSimpleName)
                .toList());
  }

  private static List<String> pieces(Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(PAGE)).results().map(WriteADriverTest::first).toList();
  }

  private static String first(MatchResult match) {
    return match.group(1);
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.list(SOURCES)) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(f -> !f.endsWith("WriteADriverTest.java")).toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
