package dev.glia.platform.store;

import dev.glia.platform.store.sqlite.SqliteRunStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A process that begins runs and adds cells until it's killed. */
final class KilledWriter {
  static final int CELLS = 3;

  private KilledWriter() {}

  public static void main(String[] arguments) {
    System.out.println("begin");
    System.out.flush();
    RunStore store = new SqliteRunStores().open(Path.of(arguments[0]));
    for (long seed = Long.parseLong(arguments[1]); ; seed++) {
      String run = store.begin(Samples.run("killed"));
      for (int place = 0; place < CELLS; place++) {
        store.add(run, place, cell(store, "cell-" + place, seed));
        System.out.println("added");
        System.out.flush();
      }
    }
  }

  static String content(String condition, long seed) {
    return (condition + " " + seed + "\n").repeat(2000);
  }

  private static CellRecord cell(RunStore store, String condition, long seed) {
    ArtifactRecord artifact =
        store.keep(
            "content.txt", "text/plain", content(condition, seed).getBytes(StandardCharsets.UTF_8));
    CellRecord plain =
        Samples.cell(condition, seed, Map.of("a", 1.0 * seed, "b", 2.0 * seed, "c", 3.0 * seed));
    return new CellRecord(
        0,
        plain.cell(),
        plain.key(),
        plain.hash(),
        plain.outcome(),
        new TreeMap<>(plain.numbers()),
        plain.units(),
        plain.series(),
        plain.figures(),
        List.of(artifact),
        plain.components(),
        plain.data(),
        plain.spikes(),
        plain.startedAt(),
        1,
        1,
        "");
  }
}
