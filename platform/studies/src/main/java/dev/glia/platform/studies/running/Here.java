package dev.glia.platform.studies.running;

import dev.glia.platform.store.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Versions, commit and machine of this process. */
final class Here {
  private Here() {}

  static Surroundings surroundings() {
    Bundle bundle = FrameworkUtil.getBundle(Here.class);
    return new Surroundings(
        bundle == null ? "" : bundle.getVersion().toString(),
        commit(Path.of("").toAbsolutePath()),
        machine());
  }

  /** The commit that a directory is at, read as git keeps it; empty if there's none. */
  static String commit(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      if (Files.exists(git)) {
        return commitOf(git);
      }
    }
    return "";
  }

  private static String commitOf(Path git) {
    try {
      Path folder = git;
      if (Files.isRegularFile(git)) { // of a work tree elsewhere
        folder = git.resolveSibling(Files.readString(git).strip().replaceFirst("^gitdir: *", ""));
      }
      String head = Files.readString(folder.resolve("HEAD")).strip();
      if (!head.startsWith("ref: ")) {
        return head;
      }
      String name = head.substring(5);
      Path common = folder.resolve("commondir");
      Path refs = Files.exists(common) ? folder.resolve(Files.readString(common).strip()) : folder;
      if (Files.exists(refs.resolve(name))) {
        return Files.readString(refs.resolve(name)).strip();
      }
      List<String> packed = Files.readAllLines(refs.resolve("packed-refs"));
      return packed.stream()
          .filter(line -> line.endsWith(" " + name))
          .map(line -> line.substring(0, line.indexOf(' ')))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  private static String machine() {
    Runtime runtime = Runtime.getRuntime();
    return processor()
        + ", "
        + runtime.availableProcessors()
        + " cores, "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch")
        + ", heap "
        + (runtime.maxMemory() >> 20)
        + " MB, Java "
        + Runtime.version();
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("processor unknown");
    } catch (IOException e) {
      return "processor unknown";
    }
  }
}
