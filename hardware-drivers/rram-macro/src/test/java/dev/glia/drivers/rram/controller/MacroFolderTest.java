package dev.glia.drivers.rram.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MacroFolderTest {
  @TempDir Path directory;

  @Test
  void publishedMacroIsFoundUntilItIsWithdrawn() throws Exception {
    MacroFolder folder = new MacroFolder(directory.resolve("run"));
    Path socket = folder.socketPath("bench-2");
    MacroDescription description = folder.publish("bench-2", socket);
    assertThat(folder.living()).containsExactly(description);
    assertThatThrownBy(() -> folder.socketPath("bench-2"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("already");
    folder.withdraw(description);
    assertThat(folder.living()).isEmpty();
  }

  @Test
  void namesAreNoPaths() {
    MacroFolder folder = new MacroFolder(directory);
    assertThatThrownBy(() -> folder.socketPath("../x")).isInstanceOf(IOException.class);
  }

  @Test
  void anythingElseInTheFolderIsNoMacro() throws Exception {
    Files.writeString(directory.resolve("a.rram-macro"), "name=a\npid=99999999999\nsocket=s\n");
    Files.writeString(directory.resolve("b.rram-macro"), "name=b\npid=\\u00\nsocket=s\n");
    Files.writeString(directory.resolve("c.rram-macro"), "name=C C\npid=1\nsocket=s\n");
    Files.writeString(directory.resolve("d.rram-macro"), "x".repeat(100_000));
    Files.createDirectory(directory.resolve("e.rram-macro"));
    assertThat(new MacroFolder(directory).living()).isEmpty();
  }
}
