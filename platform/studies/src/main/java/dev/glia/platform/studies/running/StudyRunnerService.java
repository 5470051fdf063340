package dev.glia.platform.studies.running;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import dev.glia.platform.runner.ExperimentRunner;
import dev.glia.platform.store.Outcome;
import dev.glia.platform.store.RunQuery;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.StudyInfo;
import dev.glia.platform.studies.StudyListener;
import dev.glia.platform.studies.StudyOptions;
import dev.glia.platform.studies.StudyPlan;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.platform.studies.StudyRunner;
import dev.glia.platform.studies.claims.Claims;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The runner of studies, over catalog and experiment runner. Safe for any thread. */
@Component(service = StudyRunner.class)
public final class StudyRunnerService implements StudyRunner {
  private final Catalog catalog;
  private final ExperimentRunner experiments;
  private final Fingerprints fingerprints;

  @Activate
  public StudyRunnerService(@Reference Catalog catalog, @Reference ExperimentRunner experiments) {
    this.catalog = catalog;
    this.experiments = experiments;
    this.fingerprints = new Fingerprints(catalog);
  }

  @Override
  public List<StudyInfo> studies(RunStore store) {
    List<StudyInfo> studies = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Offer offer : catalog.offers(ComponentKind.STUDY)) {
      if (seen.add(offer.descriptor().id())) {
        studies.add(info(offer.descriptor(), store));
      }
    }
    return studies;
  }

  private StudyInfo info(Descriptor of, RunStore store) {
    try (Lease<Study> lease = lease(of.id())) {
      Claims claims = PlannedStudy.claims(lease.component());
      List<StudyInfo.Offered> profiles = new ArrayList<>();
      for (Profile profile : Profile.values()) {
        int cells = lease.component().plan(profile, 0).size();
        if (cells > 0) {
          profiles.add(new StudyInfo.Offered(profile, cells, claims.seeds(profile)));
        }
      }
      return new StudyInfo(
          of.id(),
          of.version(),
          claims.title(),
          claims.year(),
          of.citation(),
          profiles,
          last(of.id(), store),
          Optional.empty());
    } catch (RuntimeException e) {
      // One study's mistake must not hide the others.
      return new StudyInfo(
          of.id(),
          of.version(),
          of.summary(),
          0,
          of.citation(),
          List.of(),
          Map.of(),
          Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private static Map<Profile, RunSummary> last(String slug, RunStore store) {
    Map<Profile, RunSummary> last = new EnumMap<>(Profile.class);
    for (RunSummary run : store.list(RunQuery.NEWEST.ofStudy(slug).page(0, 200))) {
      if (run.outcome() == Outcome.COMPLETED) {
        run.profile().ifPresent(profile -> last.putIfAbsent(profile, run));
      }
    }
    return last;
  }

  private Lease<Study> lease(String slug) {
    return catalog.lease(Study.class, slug, "");
  }

  @Override
  public StudyPlan plan(StudyRequest request) {
    try (Lease<Study> lease = lease(request.slug())) {
      return PlannedStudy.of(lease.component(), request).plan();
    }
  }

  @Override
  public StoredRun run(
      StudyRequest request, StudyOptions options, RunStore store, StudyListener listener) {
    try (Lease<Study> lease = lease(request.slug())) {
      PlannedStudy planned = PlannedStudy.of(lease.component(), request);
      String run = store.begin(Records.beginning(planned, options));
      return go(planned, options, store, listener, store.show(run));
    }
  }

  @Override
  public StoredRun resume(
      String run, StudyOptions options, RunStore store, StudyListener listener) {
    StoredRun before = store.show(run);
    RunSpec spec = before.spec();
    try (Lease<Study> lease = lease(spec.name())) {
      String version = lease.component().descriptor().version();
      if (!version.equals(spec.version())) {
        throw Fault.input(
            before.run()
                + " was begun with "
                + spec.name()
                + "@"
                + spec.version()
                + ", installed is "
                + version
                + ". Try running it anew.");
      }
      PlannedStudy planned = PlannedStudy.of(lease.component(), request(spec, spec.forced()));
      store.reopen(before.run());
      return go(planned, options, store, listener, before);
    }
  }

  @Override
  public StoredRun rerun(String run, StudyOptions options, RunStore store, StudyListener listener) {
    return run(request(store.show(run).spec(), true), options, store, listener);
  }

  private static StudyRequest request(RunSpec spec, boolean force) {
    return new StudyRequest(
        spec.name(),
        spec.profile().orElseThrow(),
        spec.seeds(),
        spec.pattern(),
        spec.target(),
        force);
  }

  private StoredRun go(
      PlannedStudy planned,
      StudyOptions options,
      RunStore store,
      StudyListener listener,
      StoredRun begun) {
    Study study = planned.study();
    // Equations, services and runner decide numbers too.
    String name =
        Stream.of(study.getClass(), NeuronEquations.class, Study.class, ExperimentRunner.class)
            .map(fingerprints::of)
            .collect(Collectors.joining(" ", study.descriptor().reference() + " ", ""));
    String target = planned.spec().target();
    DataFiles data =
        new DataFiles(store, catalog, options.data(), options.cache(), options.offline());
    CellSurroundings with =
        new CellSurroundings(
            study, target, options, store, catalog, experiments, fingerprints, data);
    return new StudyRun(planned, with, new CellKeys(name, target), listener, begun).run();
  }
}
