package dev.glia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDirectoryTest {

  @TempDir Path parent;

  @Test
  void twoInOneParentAreDifferentAndLeaveNothing() throws Exception {
    try (ScratchDirectory one = ScratchDirectory.in(parent);
        ScratchDirectory other = ScratchDirectory.in(parent)) {
      Files.writeString(one.path().resolve("file"), "x");
      Files.createDirectories(one.path().resolve("a/b"));

      assertThat(one.path()).isNotEqualTo(other.path()).isDirectory();
      assertThat(other.path()).isDirectory();
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void directoryOfADeadProcessIsSwept() throws Exception {
    Path abandoned = Files.createDirectories(parent.resolve("framework-1-2/bundle0")).getParent();
    Path lock = Files.createFile(parent.resolve("framework-1-2.lock"));

    try (ScratchDirectory mine = ScratchDirectory.in(parent)) {
      assertThat(abandoned).doesNotExist();
      assertThat(lock).doesNotExist();
      assertThat(mine.path()).isDirectory();
    }
  }

  @Test
  void directoryOfALivingHolderIsLeftAlone() throws Exception {
    Path living = Files.createDirectory(parent.resolve("framework-1-2"));
    Path lock = Files.createFile(parent.resolve("framework-1-2.lock"));

    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      channel.lock();
      try (ScratchDirectory mine = ScratchDirectory.in(parent)) {
        assertThat(mine.path()).isDirectory();
        assertThat(living).isDirectory();
      }
    }
  }
}
