package dev.glia.api.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The messages keep every promise of every release. How to cut one: api/released/README.md. */
class ReleasedMessagesTest {

  /** A release is a folder here; it has none before the first. */
  private static final Path RELEASES = Path.of("src/test/resources/released");

  static List<String> releases() throws IOException {
    if (!Files.isDirectory(RELEASES)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(RELEASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("releases")
  void messagesAreCompatibleWithRelease(String version) throws Exception {
    assertThat(
            MessageEvolution.breaks(
                MessageDescriptors.released(version), MessageDescriptors.current()))
        .isEmpty();
  }

  @Test
  void everyProtoFileIsLookedAt() throws Exception {
    FileDescriptorSet current = MessageDescriptors.current();

    try (Stream<Path> sources = Files.list(Path.of("src/main/proto/glia/v1"))) {
      assertThat(current.getFileList())
          .extracting(file -> file.getName())
          .containsExactlyInAnyOrderElementsOf(
              sources.map(source -> "glia/v1/" + source.getFileName()).toList());
    }
  }
}
