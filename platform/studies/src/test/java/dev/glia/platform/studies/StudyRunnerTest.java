package dev.glia.platform.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.datasets.images.Digits8x8;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.DataFile;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunQuery;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.store.Verdict;
import dev.glia.platform.store.sqlite.SqliteRunStores;
import dev.glia.platform.testkit.TestCatalog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRunnerTest {
  @TempDir Path root;
  private RunStore store;
  private TestCatalog catalog;
  private final AtomicInteger runs = new AtomicInteger();
  private final StudyRequest quick = StudyRequest.of("dice", Profile.QUICK);
  private final StudyOptions options = StudyOptions.standard().withCores(2);

  @BeforeEach
  void open() {
    store = new SqliteRunStores().open(root);
  }

  @AfterEach
  void close() {
    store.close();
    if (catalog != null) {
      assertThat(catalog.openLeases()).isZero();
    }
  }

  private StudyRunner runner(Dice.Incident incident) {
    catalog =
        TestCatalog.of(
            new Dice(
                (cell, context) -> {
                  runs.incrementAndGet();
                  incident.happen(cell, context);
                }));
    return Lab.over(catalog);
  }

  private StoredRun run(StudyRunner runner, StudyRequest request, StudyListener listener) {
    return runner.run(request, options, store, listener);
  }

  @Test
  void allCellsOfAllSeedsAreRunAndJudged() {
    StoredRun record = run(runner((c, x) -> {}), quick, StudyListener.SILENT);

    assertThat(record.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(record.cells())
        .extracting(cell -> cell.cell().toString())
        .containsExactly(
            "dice seed 0",
            "loaded seed 0",
            "dice seed 1",
            "loaded seed 1",
            "dice seed 2",
            "loaded seed 2");
    assertThat(record.claims())
        .extracting(ClaimResult::verdict)
        .containsExactly(Verdict.PASSED, Verdict.PASSED, Verdict.NOT_MEASURED);
    assertThat(record.exitCode()).isZero();
    assertThat(record.rerunLine()).isEqualTo("glia reproduce dice --seed 0 --seeds 3");
    assertThat(store.show("latest"))
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .isEqualTo(record);
  }

  @Test
  void cellsThatAreKnownAreNotRunAgain() {
    StudyRunner runner = runner((c, x) -> {});
    StoredRun first = run(runner, quick.withSeeds(0, 2), StudyListener.SILENT);
    assertThat(runs).hasValue(4);

    List<Boolean> cached = new ArrayList<>();
    StoredRun second =
        run(
            runner,
            quick,
            new StudyListener() {
              @Override
              public void cellFinished(CellRecord cell, boolean fromStore) {
                cached.add(fromStore);
              }
            });

    assertThat(runs).hasValue(6);
    assertThat(cached).containsExactly(true, true, true, true, false, false);
    assertThat(second.cells().subList(0, 4))
        .extracting(CellRecord::number)
        .isEqualTo(first.cells().stream().map(CellRecord::number).toList());
    assertThat(second.run()).isNotEqualTo(first.run());
  }

  @Test
  void dataSetThatDoesNotNameItsFilesIsKnownByItsFolder() throws Exception {
    Path first = Files.createDirectories(root.resolve("first"));
    Path second = Files.createDirectories(root.resolve("second"));
    digits(first, 1);
    digits(second, 1);
    Digits8x8 digits = new Digits8x8();
    DatasetSource nameless =
        new DatasetSource() {
          @Override
          public Descriptor descriptor() {
            return digits.descriptor();
          }

          @Override
          public Dataset open(String split, Parameters parameters, DataPlace place) {
            return digits.open(split, parameters, place);
          }

          @Override
          public List<String> splits() {
            return digits.splits();
          }
        };
    catalog =
        TestCatalog.of(
            new Dice(
                (cell, context) -> {
                  runs.incrementAndGet();
                  context.dataset("digits8x8", "train", Map.of());
                }),
            nameless);
    StudyRequest one = quick.withSeeds(0, 1);

    for (Path folder : List.of(first, first, second)) {
      Lab.over(catalog).run(one, options.withData(folder), store, StudyListener.SILENT);
    }

    assertThat(runs.get()).isEqualTo(4);
  }

  @Test
  void rerunGivesIdenticalNumbers() {
    StudyRunner runner = runner((c, x) -> {});
    StoredRun first = run(runner, quick, StudyListener.SILENT);

    StoredRun again = runner.rerun(first.run(), options, store, StudyListener.SILENT);

    assertThat(runs).hasValue(12);
    assertThat(store.compare(List.of(first.run(), again.run())).sameResults()).isTrue();
    assertThat(again.cells())
        .extracting(CellRecord::hash)
        .isEqualTo(first.cells().stream().map(CellRecord::hash).toList());
  }

  @Test
  void patternChoosesCellsAndTheOthersClaimsAreNotMeasured() {
    StudyRunner runner = runner((c, x) -> {});
    StoredRun record = run(runner, quick.withSeeds(5, 1).withPattern("lo*"), StudyListener.SILENT);

    assertThat(record.cells()).extracting(c -> c.cell().condition()).containsExactly("loaded");
    assertThat(record.claims().getFirst().sentence())
        .isEqualTo("Not measured: cell dice seed 5 wasn't run.");
    assertThatThrownBy(() -> run(runner, quick.withPattern("cards"), StudyListener.SILENT))
        .hasMessage("dice: the profile quick has no cell 'cards'. There are: dice, loaded.");
    assertThatThrownBy(() -> runner.plan(StudyRequest.of("dice", Profile.PAPER)))
        .hasMessage("dice: the profile paper isn't offered. Try another.");
    assertThat(store.list(RunQuery.NEWEST)).hasSize(1);
  }

  @Test
  void failingCellCostsOnlyItsOwnClaims() {
    StudyRunner runner =
        runner(
            (cell, context) -> {
              if (cell.condition().equals("loaded") && cell.seed() == 1) {
                throw new IllegalStateException("a die is lost");
              }
            });

    StoredRun record = run(runner, quick, StudyListener.SILENT);

    assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(record.exitCode()).isEqualTo(3);
    assertThat(record.cells()).hasSize(6);
    assertThat(record.cells().get(3).message())
        .isEqualTo("java.lang.IllegalStateException: a die is lost");
    assertThat(record.cells().get(3).artifacts())
        .extracting(artifact -> artifact.file())
        .containsExactly("failure.txt");
    assertThat(record.claims().get(0).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(record.claims().get(1).verdict()).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(record.claims().get(1).sentence()).contains("cell loaded seed 1 failed: ");
  }

  @Test
  void cancelledRunGoesOnWithoutRunningAnyCellTwice() {
    AtomicInteger finished = new AtomicInteger();
    StudyRunner runner = runner((c, x) -> {});
    StoredRun cancelled =
        runner.run(
            quick,
            options.withCores(1),
            store,
            new StudyListener() {
              @Override
              public void cellFinished(CellRecord cell, boolean cached) {
                finished.incrementAndGet();
              }

              @Override
              public boolean isCancelled() {
                return finished.get() >= 3;
              }
            });
    int before = runs.get();
    assertThat(cancelled.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(cancelled.cells()).hasSize(finished.get());

    StoredRun whole = runner.resume(cancelled.run(), options, store, StudyListener.SILENT);

    assertThat(whole.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(whole.run()).isEqualTo(cancelled.run());
    assertThat(runs.get() - before).isEqualTo(6 - finished.get());
    assertThat(whole.cells()).hasSize(6);
  }

  @Test
  void forcedRunTakesNothingFromBeforeEvenAfterAResume() {
    StudyRunner runner = runner((c, x) -> {});
    run(runner, quick, StudyListener.SILENT);
    AtomicInteger finished = new AtomicInteger();
    StoredRun cancelled =
        run(
            runner,
            quick.forced(),
            new StudyListener() {
              @Override
              public void cellFinished(CellRecord cell, boolean cached) {
                finished.incrementAndGet();
              }

              @Override
              public boolean isCancelled() {
                return finished.get() >= 2;
              }
            });
    assertThat(cancelled.outcome()).isEqualTo(Outcome.CANCELLED);

    runner.resume(cancelled.run(), options, store, StudyListener.SILENT);

    assertThat(runs.get()).isEqualTo(6 + 6);
  }

  @Test
  void cancelStopsACellThatAsksForIt() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    StudyRunner runner =
        runner(
            (cell, context) -> {
              inside.countDown();
              while (!context.isCancelled()) {
                Thread.onSpinWait();
              }
            });

    StoredRun record =
        run(
            runner,
            quick.withSeeds(0, 1),
            new StudyListener() {
              @Override
              public boolean isCancelled() {
                return inside.getCount() == 0;
              }
            });

    assertThat(record.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(record.cells()).isEmpty();
    assertThat(record.exitCode()).isEqualTo(3);
  }

  @Test
  void cellsRunAtOnceAsCoresAllow() {
    CyclicBarrier two = new CyclicBarrier(2);
    StudyRunner runner = runner((cell, context) -> two.await(60, TimeUnit.SECONDS));

    StoredRun record = run(runner, quick, StudyListener.SILENT);

    assertThat(record.cells()).extracting(CellRecord::message).containsOnly("");
  }

  @Test
  void cellsThatNeedAllMemoryRunOneByOne() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Dice greedy =
        new Dice(
            (cell, context) -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              inside.decrementAndGet();
            }) {
          @Override
          public List<Cell> plan(Profile profile, long seed) {
            return super.plan(profile, seed).stream().map(c -> c.needing(1 << 20, 1)).toList();
          }
        };
    catalog = TestCatalog.of(greedy);

    StoredRun record = run(Lab.over(catalog), quick, StudyListener.SILENT);

    assertThat(record.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(most).hasValue(1);
  }

  @Test
  void verdictsAreToldOnce() {
    List<String> told = new ArrayList<>();
    run(
        runner((c, x) -> {}),
        quick,
        new StudyListener() {
          @Override
          public void claim(ClaimResult claim) {
            told.add(claim.id());
          }
        });

    assertThat(told).containsExactlyInAnyOrder("fair", "more", "spikes");
  }

  @Test
  void studiesAreListedWithTheirLastRun() {
    StudyRunner runner = runner((c, x) -> {});
    StoredRun record = run(runner, quick, StudyListener.SILENT);

    StudyInfo info = runner.studies(store).getFirst();

    assertThat(info.slug()).isEqualTo("dice");
    assertThat(info.title()).isEqualTo("Dice");
    assertThat(info.problem()).isEmpty();
    assertThat(info.profiles())
        .contains(new StudyInfo.Offered(Profile.QUICK, 2, 3))
        .noneMatch(offered -> offered.profile() == Profile.PAPER);
    assertThat(info.last().get(Profile.QUICK).run()).isEqualTo(record.run());
    assertThat(info.last().get(Profile.QUICK).claims())
        .isEqualTo(Map.of(Verdict.PASSED, 2, Verdict.NOT_MEASURED, 1));
  }

  @Test
  void cellIsTakenFromBeforeIfItsDataIsTheSameWhereverItLies() throws Exception {
    Path first = Files.createDirectories(root.resolve("first"));
    digits(first, 1);
    catalog =
        TestCatalog.of(
            new Dice(
                (cell, context) -> {
                  runs.incrementAndGet();
                  context.dataset("digits8x8", "train", Map.of()).sample(0);
                }),
            new Digits8x8());
    StudyRunner runner = Lab.over(catalog);
    StudyRequest one = quick.withSeeds(0, 1);

    runner.run(one, options.withData(first), store, StudyListener.SILENT);
    Path second = Files.createDirectories(root.resolve("second/digits8x8"));
    Files.move(first.resolve("digits.csv"), second.resolve("digits.csv"));
    StudyOptions moved = options.withData(second.getParent());
    StoredRun again = runner.run(one, moved, store, StudyListener.SILENT);

    assertThat(runs.get()).isEqualTo(2);
    assertThat(again.cells().getFirst().data())
        .extracting(DataFile::name)
        .containsExactly("digits.csv");
    assertThat(again.cells().getFirst().data().getFirst().sha256()).hasSize(64);

    digits(second, 2);
    runner.run(one, moved, store, StudyListener.SILENT);
    assertThat(runs.get()).isEqualTo(4);
  }

  private static void digits(Path folder, int pixel) throws IOException {
    String digit = (pixel + ",").repeat(64) + "3\n";
    Files.writeString(folder.resolve("digits.csv"), digit.repeat(10));
  }

  @Test
  void timeOfACellIsThatOfAllItsThreads() {
    StudyRunner runner =
        runner(
            (cell, context) -> {
              Thread helper = new Thread(() -> busy(200_000_000));
              helper.start();
              helper.join();
            });

    StoredRun record = run(runner, quick.withSeeds(0, 1), StudyListener.SILENT);

    // The last look at a thread that ends was up to a tenth of a second ago.
    assertThat(record.cells()).allMatch(cell -> cell.cpuSeconds() > 0.05);
  }

  private static void busy(long nanoseconds) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    while (threads.getCurrentThreadCpuTime() < nanoseconds) {
      Thread.onSpinWait();
    }
  }
}
