package dev.glia.platform.store.sqlite;

import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunStores;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/** Opens stores in SQLite databases. */
@Component(service = RunStores.class)
public final class SqliteRunStores implements RunStores {
  @Override
  public RunStore open(Path directory) {
    return new SqliteRunStore(directory);
  }
}
