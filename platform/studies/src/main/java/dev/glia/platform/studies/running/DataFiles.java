package dev.glia.platform.studies.running;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.DataProgress;
import dev.glia.api.data.DatasetSource;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which files data sets read, by content, and whether they'd read the same now. Safe for any
 * thread.
 */
final class DataFiles {
  /** Stands for the files of a data set that doesn't name them: they are known by their folder. */
  private static final String UNNAMED = "*";

  private static final Gson JSON = new Gson();

  private record Use(String dataset, String split, String parameters) {
    static Use of(DataFile file) {
      return new Use(file.dataset(), file.split(), file.parameters());
    }
  }

  private final RunStore store;
  private final Catalog catalog;
  private final DataPlace place;

  DataFiles(
      RunStore store, Catalog catalog, Optional<Path> directory, Path cache, boolean offline) {
    this.store = store;
    this.catalog = catalog;
    this.place = new DataPlace(directory, cache, !offline, DataProgress.SILENT);
  }

  /** What a data set reads for a split. A file that isn't there has no checksum. */
  List<DataFile> of(DatasetSource source, String split, Parameters parameters) {
    Use use =
        new Use(
            source.descriptor().reference(), split, JSON.toJson(new TreeMap<>(parameters.asMap())));
    return source
        .files(split, parameters, place)
        .map(files -> files.stream().map(file -> file(use, file)).toList())
        .orElseGet(() -> List.of(unnamed(use)));
  }

  private DataFile file(Use use, Path file) {
    Optional<String> sha256 = store.digest(file);
    return new DataFile(
        use.dataset(),
        use.split(),
        use.parameters(),
        file.getFileName().toString(),
        sha256.isPresent() ? size(file) : 0,
        sha256.orElse(""));
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataFile unnamed(Use use) {
    String folder =
        place.directory().map(d -> d.toAbsolutePath().normalize().toString()).orElse("");
    return new DataFile(
        use.dataset(), use.split(), use.parameters(), UNNAMED, 0, CellKeys.checksum(folder));
  }

  /** Whether the same data would be read now, wherever it lies. */
  boolean areCurrent(List<DataFile> files) {
    Map<Use, List<DataFile>> uses = new LinkedHashMap<>();
    files.forEach(file -> uses.computeIfAbsent(Use.of(file), use -> new ArrayList<>()).add(file));
    return uses.entrySet().stream().allMatch(use -> now(use.getKey()).equals(use.getValue()));
  }

  /** Nothing if the data set is gone, or doesn't know the split or a parameter any more. */
  @SuppressWarnings("unchecked")
  private List<DataFile> now(Use use) {
    String id = use.dataset().substring(0, use.dataset().indexOf('@'));
    try (Lease<DatasetSource> lease = catalog.lease(DatasetSource.class, id, "")) {
      DatasetSource source = lease.component();
      Map<String, Object> given = JSON.fromJson(use.parameters(), Map.class);
      return of(source, use.split(), GivenParameters.check(source.descriptor(), given));
    } catch (Fault | JsonParseException changed) {
      return List.of();
    }
  }
}
