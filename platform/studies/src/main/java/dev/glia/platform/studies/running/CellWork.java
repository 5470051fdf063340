package dev.glia.platform.studies.running;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Component;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.DataPlace;
import dev.glia.api.data.Dataset;
import dev.glia.api.data.DatasetSource;
import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.figure.Figure;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.Cell;
import dev.glia.api.study.CellContext;
import dev.glia.api.study.Measurement.Series;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.runner.Experiment;
import dev.glia.platform.runner.ExperimentReader;
import dev.glia.platform.runner.LoadedNetwork;
import dev.glia.platform.store.ArtifactRecord;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.DataFile;
import dev.glia.v1.DeviceHealth;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The context of one cell, and what the cell gave. Used by the cell's thread. */
final class CellWork implements CellContext, AutoCloseable {
  /** Told how far the cell is. */
  interface Progress {
    void at(long done, long total, String unit);
  }

  /** Ends the name of the artifact in which a cell keeps the exact specification that it ran. */
  private static final String SPEC = ".binpb";

  private static final String NUMBER = "[A-Za-z][A-Za-z0-9_.]*";

  private final CellSurroundings with;
  private final Cell cell;
  private final BooleanSupplier cancelled;
  private final Progress progress;
  private final CpuMeter meter;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final SortedMap<String, Double> numbers = new TreeMap<>();
  private final SortedMap<String, Series> series = new TreeMap<>();
  private final Map<String, Figure> figures = new LinkedHashMap<>();
  private final Map<String, ArtifactRecord> artifacts = new LinkedHashMap<>();
  private final Set<ComponentVersion> components = new LinkedHashSet<>();
  private final Set<DataFile> data = new LinkedHashSet<>();
  private String spikes = "";

  CellWork(
      CellSurroundings with,
      Cell cell,
      BooleanSupplier cancelled,
      Progress progress,
      CpuMeter meter) {
    this.with = with;
    this.cell = cell;
    this.cancelled = cancelled;
    this.progress = progress;
    this.meter = meter;
  }

  @Override
  public Cell cell() {
    return cell;
  }

  @Override
  public <T extends Component> T component(Class<T> type, String reference) {
    int at = reference.indexOf('@');
    String id = at < 0 ? reference : reference.substring(0, at);
    Lease<T> lease = with.catalog().lease(type, id, at < 0 ? "" : reference.substring(at + 1));
    open.push(lease);
    components.add(with.fingerprints().of(lease.offer()));
    return lease.component();
  }

  @Override
  public Parameters parameters(Descriptor descriptor, Map<String, ?> given) {
    return GivenParameters.check(descriptor, given);
  }

  @Override
  public Dataset dataset(String reference, String split, Map<String, ?> given) {
    DatasetSource source = component(DatasetSource.class, reference);
    DataPlace place =
        new DataPlace(
            with.options().data(),
            with.options().cache(),
            !with.options().offline(),
            (what, done, total) -> progress(done, total, "bytes"));
    Parameters checked = parameters(source.descriptor(), given);
    Dataset dataset = source.open(split, checked, place);
    open.push(dataset);
    data.addAll(with.data().of(source, split, checked));
    return dataset;
  }

  @Override
  public Deployment deploy(Network network) {
    String target = with.target();
    int colon = target.indexOf(':');
    String id = colon < 0 ? target : target.substring(0, colon);
    String wanted = colon < 0 ? "" : target.substring(colon + 1);
    HardwareDriver driver = component(HardwareDriver.class, id);
    Device device =
        driver.devices().stream()
            .filter(d -> wanted.isEmpty() ? isReady(d) : d.id().equals(wanted))
            .findFirst()
            .orElseThrow(() -> new Fault(Fault.Kind.MISSING, target + ": no such device is ready"));
    try {
      Deployment deployment = device.deploy(network, new DeployOptions(cell.threads(), Map.of()));
      open.push(deployment);
      return deployment;
    } catch (DeviceException e) {
      throw new Fault(Fault.Kind.EXTERNAL, target + ": " + e.getMessage(), e);
    }
  }

  private static boolean isReady(Device device) {
    return device.health().getCondition() == DeviceHealth.Condition.CONDITION_READY;
  }

  @Override
  public Deployment deploy(String file, List<String> settings) {
    LoadedNetwork loaded = with.experiments().load(read(file, settings), cell.threads());
    open.push(loaded);
    loaded.components().forEach(each -> components.add(with.fingerprints().of(each)));
    return loaded.deployment();
  }

  @Override
  public Recording experiment(String file, List<String> settings) {
    ExperimentInCell run = new ExperimentInCell(with, cell, cancelled, progress, meter);
    Recording recording = run.run(read(file, settings));
    data.addAll(run.data());
    run.components().forEach(each -> components.add(with.fingerprints().of(each)));
    spikes = spikes.isEmpty() ? run.spikes() : CellKeys.checksum(spikes + " " + run.spikes());
    return recording;
  }

  private Experiment read(String file, List<String> settings) {
    List<String> all = new ArrayList<>(settings);
    all.add("seed=" + Long.toUnsignedString(cell.seed()));
    all.add("target=" + with.target());
    all.add("analyze=[]");
    Experiment experiment = ExperimentReader.parse(file, resource(file), all);
    artifact(file + SPEC, "application/x-protobuf", experiment.spec().toByteArray());
    return experiment;
  }

  private String resource(String file) {
    try (InputStream in = with.study().getClass().getResourceAsStream(file)) {
      if (in == null) {
        throw new Fault(
            Fault.Kind.MISSING, file + ": not beside " + with.study().getClass().getName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + ": can't be read: " + e.getMessage(), e);
    }
  }

  /** Conditions of one seed share their draws. */
  @Override
  public RandomStream random(String purpose) {
    String study = with.study().descriptor().id();
    return new RandomStream(cell.seed(), "study/" + study + "/" + purpose, 0);
  }

  @Override
  public void progress(long done, long total, String unit) {
    progress.at(done, total, unit);
  }

  @Override
  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  @Override
  public void number(String name, double value) {
    numbers.put(checked(name), value);
  }

  @Override
  public void series(String name, double[] x, double[] y) {
    series.put(checked(name), new Series(x.clone(), y.clone()));
  }

  private static String checked(String name) {
    if (!name.matches(NUMBER)) {
      throw new IllegalArgumentException(
          "not a name: '" + name + "' (letters, digits, dots and underscores)");
    }
    return name;
  }

  @Override
  public void figure(Figure figure) {
    figures.put(figure.id(), figure);
  }

  @Override
  public void artifact(String file, String mediaType, byte[] content) {
    artifacts.put(file, with.store().keep(file, mediaType, content));
  }

  SortedMap<String, Double> numbers() {
    return numbers;
  }

  SortedMap<String, Series> series() {
    return series;
  }

  List<Figure> figures() {
    return List.copyOf(figures.values());
  }

  List<ArtifactRecord> artifacts() {
    return List.copyOf(artifacts.values());
  }

  List<ComponentVersion> components() {
    return List.copyOf(components);
  }

  List<DataFile> data() {
    return List.copyOf(data);
  }

  /** Checksum of all spikes of its experiments; empty if it ran none. */
  String spikes() {
    return spikes;
  }

  @Override
  public void close() throws Exception {
    Exception first = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
