package example.tally;

import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.api.network.Projection;
import dev.glia.v1.NetworkState;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Counters that count. */
final class TallyDeployment implements Deployment {
  private static final int MAX_BLOCK = 1000;

  private final Network network;
  private final Projection projection;
  private final Population inputs;
  private final Population counters;
  private final TallyBoard board;
  private final AtomicLong events;
  private final Runnable onClose;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final byte[][] weights; // by input, then counter
  private final int session;
  private boolean[] arriving; // inputs that spiked at now
  private volatile boolean closed;
  private boolean weightsReplaced;
  private DeviceLostException lost;
  private long now;

  TallyDeployment(Network network, TallyBoard board, AtomicLong events, Runnable onClose)
      throws IOException {
    this.network = network;
    this.board = board;
    this.events = events;
    this.onClose = onClose;
    projection = network.projections().getFirst();
    inputs = network.population(projection.source());
    counters = network.population(projection.target());
    arriving = new boolean[inputs.size()];
    weights = new byte[inputs.size()][counters.size()];
    write(asked());
    session = board.start(weights, (int) TallyMapping.full(counters));
  }

  /** The network's own weights, by input, then counter. */
  private float[] asked() {
    float[] all = new float[read(projection).length];
    int next = 0;
    for (int i = 0; i < weights.length; i++) {
      float[] row = TallyMapping.asked(projection, i);
      System.arraycopy(row, 0, all, next, row.length);
      next += row.length;
    }
    return all;
  }

  /** Something that only one caller may do at a time, and nobody after the end. */
  private interface Call<T> {
    T run() throws IOException;
  }

  /** Does it on the host: a broken link doesn't matter. */
  private <T> T here(Call<T> call) {
    if (closed) {
      throw new IllegalStateException("the deployment is closed");
    }
    if (!busy.compareAndSet(false, true)) {
      throw new IllegalStateException("another caller is inside");
    }
    try {
      return call.run();
    } catch (IOException e) {
      throw new IllegalStateException(e); // nothing here does input or output
    } finally {
      busy.set(false);
    }
  }

  /** Does it on the board; once lost, it stays lost. */
  private <T> T there(Call<T> call) throws DeviceLostException {
    DeviceLostException[] broken = {null};
    T result =
        here(
            () -> {
              if (lost == null) {
                try {
                  return call.run();
                } catch (IOException e) {
                  lost = new DeviceLostException("board-1: " + e.getMessage(), e);
                }
              }
              broken[0] = lost;
              return null;
            });
    if (broken[0] != null) {
      throw broken[0];
    }
    return result;
  }

  @Override
  public Network network() {
    return here(() -> network);
  }

  @Override
  public long now() {
    return here(() -> now);
  }

  @Override
  public int maxBlock() {
    return here(() -> MAX_BLOCK);
  }

  @Override
  public void advance(int ticks, InputBlock in, OutputBlock out) throws DeviceLostException {
    there(
        () -> {
          check(ticks, in);
          out.clear();
          for (int next = 0, t = 0; t < ticks; t++) {
            boolean[] spiked = board.step(session, arriving);
            boolean[] forced = new boolean[inputs.size()];
            now++;
            for (; next < in.size() && in.tick(next) == now; next++) {
              forced[in.neuron(next)] = true;
            }
            arriving = forced;
            tell(out, inputs, forced);
            events.addAndGet(tell(out, counters, spiked));
          }
          return null;
        });
  }

  private void check(int ticks, InputBlock in) {
    require(ticks >= 1 && ticks <= MAX_BLOCK, ticks + " ticks, not 1 to " + MAX_BLOCK);
    for (int i = 0; i < in.size(); i++) {
      int p = in.population(i);
      require(in.tick(i) > now && in.tick(i) <= now + ticks, "a spike outside of the block");
      require(p >= 0 && p < network.populations().size(), "a spike in no population");
      int size = network.populations().get(p).size();
      require(in.neuron(i) >= 0 && in.neuron(i) < size, "a spike of no neuron");
      if (network.populations().get(p) != inputs) {
        throw new UnsupportedOperationException("the board takes spikes on inputs only");
      }
    }
  }

  private int tell(OutputBlock out, Population population, boolean[] spiked) {
    int count = 0;
    for (int neuron = 0; neuron < population.size(); neuron++) {
      if (spiked[neuron]) {
        count++;
        for (int p = 0; p < out.probes().size(); p++) {
          Probe probe = out.probes().get(p);
          if (probe.population().equals(population.name()) && neuron < probe.neurons()) {
            if (probe instanceof Probe.Spikes) {
              out.record(p).addSpike(now, neuron);
            } else {
              out.record(p).count(neuron);
            }
          }
        }
      }
    }
    return count;
  }

  @Override
  public void setParameter(String population, String parameter, double[] values) {
    throw new UnsupportedOperationException("the board is set when it's started, not later");
  }

  @Override
  public void setState(String population, String variable, double[] values) {
    throw new UnsupportedOperationException("counts change by what comes in only");
  }

  @Override
  public void setLearning(String name, boolean on) {
    here(() -> named(name)); // nothing learns here
  }

  @Override
  public void raise(String name, String event) {
    here(() -> named(name)); // and nothing listens
  }

  @Override
  public long synapses(String name) {
    return here(() -> (long) read(named(name)).length);
  }

  @Override
  public float[] readWeights(String name) {
    return here(() -> read(named(name)));
  }

  private float[] read(Projection of) {
    float[] all = new float[inputs.size() * counters.size()];
    int count = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j : of.connectivity().row(i)) {
        all[count++] = weights[i][j];
      }
    }
    return Arrays.copyOf(all, count);
  }

  @Override
  public void writeWeights(String name, float[] values) throws DeviceLostException {
    there(
        () -> {
          int count = read(named(name)).length;
          require(values.length == count, count + " weights, given " + values.length);
          for (float value : values) {
            require(!Float.isNaN(value), "a weight is NaN");
          }
          write(values);
          weightsReplaced = true;
          board.setWeights(session, weights);
          return null;
        });
  }

  private void write(float[] values) {
    int next = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j : projection.connectivity().row(i)) {
        weights[i][j] = TallyMapping.stored(values[next++]);
      }
    }
  }

  @Override
  public NetworkState snapshot() throws DeviceLostException {
    return there(
        () ->
            new TallyState(network, inputs, counters)
                .take(
                    now,
                    arriving,
                    board.counts(session),
                    weightsReplaced ? read(projection) : null));
  }

  @Override
  public void restore(NetworkState state) throws DeviceLostException {
    there(
        () -> {
          TallyState format = new TallyState(network, inputs, counters);
          format.check(state, read(projection).length);
          float[] given = format.weights(state);
          write(given == null ? asked() : given);
          weightsReplaced = given != null;
          board.setWeights(session, weights);
          board.setCounts(session, format.counts(state));
          arriving = format.arriving(state);
          now = state.getTick();
          return null;
        });
  }

  private Projection named(String name) {
    require(name.equals(projection.name()), "there's no projection '" + name + "'");
    return projection;
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }

  @Override
  public DeploymentReport report() {
    return here(
        () ->
            new DeploymentReport(
                1,
                List.of(
                    part("population " + inputs.name(), "input lines", inputs.size()),
                    part("population " + counters.name(), "counters", counters.size()),
                    part("projection " + projection.name(), "int8", read(projection).length))));
  }

  private static DeploymentReport.Entry part(String part, String form, long count) {
    return new DeploymentReport.Entry(part, form, count, count);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      onClose.run();
    }
  }
}
