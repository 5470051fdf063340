package dev.glia.studies.brainsignals.parkinsons;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.runner.running.ExperimentRunnerService;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.platform.studies.running.StudyRunnerService;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParkinsonsFeaturesTest {
  @TempDir Path root;

  /** The study alone: it needs no other component. */
  private record Alone(Component study) implements Catalog {
    @Override
    public List<Offer> offers(ComponentKind kind) {
      return kind == ComponentKind.STUDY
          ? List.of(new Offer(study.descriptor(), "test", "1.0.0", 0))
          : List.of();
    }

    @Override
    public <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange) {
      return new Lease<>() {
        @Override
        public T component() {
          return type.cast(study);
        }

        @Override
        public Offer offer() {
          return new Offer(study.descriptor(), "test", "1.0.0", 0);
        }

        @Override
        public void close() {}
      };
    }
  }

  private StoredRun smoke() {
    Catalog catalog = new Alone(new ParkinsonsFeatures());
    try (RunStore store = new SqliteRunStores().open(root.resolve("runs"))) {
      return new StudyRunnerService(catalog, new ExperimentRunnerService(catalog))
          .run(
              StudyRequest.of("parkinsons-eeg-features", Profile.SMOKE),
              StudyOptions.standard(),
              store,
              StudyListener.SILENT);
    }
  }

  @Test
  void smokeProfileMeasuresEverythingOnce() {
    StoredRun run = smoke();

    assertThat(run.cells()).allSatisfy(cell -> assertThat(cell.message()).isEmpty());
    assertThat(run.outcome()).isEqualTo(Outcome.COMPLETED);
    SortedMap<String, Double> subjects = run.cells().get(1).numbers();
    assertThat(subjects.get("hc_off_all")).as("patients are told").isGreaterThan(0.75);
    assertThat(subjects.get("leaking")).isGreaterThan(subjects.get("strict"));
    assertThat(subjects.get("d_off_theta_locking")).isGreaterThan(0.5);
    assertThat(run.figures()).extracting(Figure::id).containsExactly("receivers");
    assertThat(run.cells().get(1).figures())
        .extracting(Figure::id)
        .containsExactly("effects", "redundancy-standard", "redundancy-dynamical");
  }
}
