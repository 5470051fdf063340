package dev.glia.platform.plugins.control;

import dev.glia.platform.plugins.container.TestContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits until a container listens, which it does soon after its boot. */
final class Listening {
  private static final int MOST_EVENTS = 1000;

  private Listening() {}

  static ContainerDescription await(TestContainer container) {
    Path run = container.user().resolve("run");
    try (WatchService watch = FileSystems.getDefault().newWatchService()) {
      Files.createDirectories(run);
      run.register(
          watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      for (int i = 0; i < MOST_EVENTS; i++) {
        List<ContainerDescription> living = new RunFolder(container.user()).living();
        if (!living.isEmpty()) {
          return living.get(0);
        }
        var event = watch.poll(10, TimeUnit.SECONDS);
        if (event != null) {
          event.pollEvents();
          event.reset();
        }
      }
      throw new AssertionError("the container doesn't listen");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
