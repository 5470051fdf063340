package dev.glia.platform.runner.results;

import com.google.protobuf.ByteString;
import dev.glia.api.analysis.Recording.Answer;
import dev.glia.api.component.Fault;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Probe;
import dev.glia.platform.runner.building.Records;
import dev.glia.platform.runner.building.WeightProbe;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes what a network shows, block by block: checksums of all spikes, and in append-only files
 * what the experiment wants to keep. One thread; allocates nothing a block.
 */
public final class Gatherer implements AutoCloseable {
  private static final String ANSWERS = "answers";

  private final Network network;
  private final RunDirectory directory;
  private final Map<String, ByteString> restored;
  private final Map<String, Segment> segments = new LinkedHashMap<>();
  private final SpikeDigest[] digests;
  private final Segment[] spikes;
  private final int[] kept;
  private final int[][] counts;
  private final Segment[] traces;
  private final Map<String, Segment> weights = new HashMap<>();
  private Segment answers;

  /**
   * Begins, or goes on where a checkpoint was made.
   *
   * @param gathered what {@link #save} gave then; empty at the beginning of a run
   */
  public Gatherer(
      Network network, Records records, RunDirectory directory, Map<String, ByteString> gathered) {
    this.network = network;
    this.directory = directory;
    this.restored = Map.copyOf(gathered);
    int populations = network.populations().size();
    digests = new SpikeDigest[populations];
    spikes = new Segment[populations];
    kept = new int[populations];
    counts = new int[populations][];
    traces = new Segment[network.probes().size()];
    for (int i = 0; i < populations; i++) {
      Population population = network.populations().get(i);
      digests[i] = digest(population.name());
      Integer first = records.spikes().get(population.name());
      if (first != null) {
        kept[i] = first;
        spikes[i] = segment("spikes-" + population.name());
      }
      if (records.counts().containsKey(population.name())) {
        counts[i] = counts(population);
      }
    }
    for (int i = populations; i < traces.length; i++) {
      Probe.Trace trace = (Probe.Trace) network.probes().get(i);
      traces[i] = segment("trace-" + trace.population() + "." + trace.variable());
    }
    for (WeightProbe probe : records.weights()) {
      weights.put(probe.projection(), segment("weights-" + safe(probe.projection())));
    }
  }

  private SpikeDigest digest(String population) {
    SpikeDigest digest = new SpikeDigest();
    ByteString state = restored.get("digest/" + population);
    if (state != null) {
      digest.restore(state.toByteArray());
    }
    return digest;
  }

  private int[] counts(Population population) {
    int[] values = new int[population.size()];
    ByteString state = restored.get("counts/" + population.name());
    if (state != null) {
      if (state.size() != values.length * Integer.BYTES) {
        throw Fault.input("the checkpoint's counts of " + population.name() + " are damaged");
      }
      state.asReadOnlyByteBuffer().asIntBuffer().get(values);
    }
    return values;
  }

  private Segment segment(String name) {
    ByteString length = restored.get("segment/" + name);
    long bytes = length == null ? 0 : length.asReadOnlyByteBuffer().getLong();
    Segment segment = new Segment(directory.work(name), bytes);
    segments.put(name, segment);
    return segment;
  }

  /** A projection's name as part of a file's: {@code noise-to-cells}. */
  static String safe(String projection) {
    return projection.replace("->", "-to-");
  }

  /** Takes one block, at ticks that are {@code shift} larger than the block's. */
  public void take(OutputBlock block, long shift) {
    for (int i = 0; i < digests.length; i++) {
      spikes(i, block.record(i), shift);
    }
    for (int i = digests.length; i < traces.length; i++) {
      trace(traces[i], block.record(i), shift);
    }
  }

  private void spikes(int population, OutputBlock.Record record, long shift) {
    SpikeDigest digest = digests[population];
    Segment segment = spikes[population];
    int first = kept[population];
    int[] total = counts[population];
    for (int s = 0, n = record.spikes(); s < n; s++) {
      long tick = record.spikeTick(s) + shift;
      int neuron = record.spikeNeuron(s);
      digest.add(tick, neuron);
      if (neuron < first) {
        segment.putSpike(tick, neuron);
      }
      if (total != null) {
        total[neuron]++;
      }
    }
  }

  private static void trace(Segment segment, OutputBlock.Record record, long shift) {
    int width = record.probe().neurons();
    float[] samples = record.samples();
    for (int row = 0; row < record.rows(); row++) {
      segment.putLong(record.rowTick(row) + shift);
      for (int i = row * width; i < (row + 1) * width; i++) {
        segment.putFloat(samples[i]);
      }
    }
  }

  /** Keeps a reading of weights, one a synapse. */
  public void weights(String projection, long tick, float[] values) {
    Segment segment = weights.get(projection);
    segment.putLong(tick);
    segment.putInt(values.length);
    for (float value : values) {
      segment.putFloat(value);
    }
  }

  /** Prepares for answers of a readout; called once, before any is kept. */
  public void expectAnswers() {
    answers = segment(ANSWERS);
  }

  /** Keeps what the readout said of a sample that was shown in (from, until]. */
  public void answer(int phase, int label, int answer, int[] readout, long from, long until) {
    answers.putInt(phase);
    answers.putInt(label);
    answers.putInt(answer);
    answers.putLong(from);
    answers.putLong(until);
    answers.putInt(readout.length);
    for (int count : readout) {
      answers.putInt(count);
    }
  }

  /** Brings everything to the disk and describes it, for a checkpoint. */
  public Map<String, ByteString> save() {
    Map<String, ByteString> state = new LinkedHashMap<>();
    segments.forEach(
        (name, segment) -> {
          segment.force();
          state.put(
              "segment/" + name,
              ByteString.copyFrom(ByteBuffer.allocate(8).putLong(0, segment.length())));
        });
    for (int i = 0; i < digests.length; i++) {
      String name = network.populations().get(i).name();
      state.put("digest/" + name, ByteString.copyFrom(digests[i].save()));
      if (counts[i] != null) {
        ByteBuffer bytes = ByteBuffer.allocate(counts[i].length * Integer.BYTES);
        bytes.asIntBuffer().put(counts[i]);
        state.put("counts/" + name, ByteString.copyFrom(bytes));
      }
    }
    return state;
  }

  /**
   * SHA-256 over all spikes of all populations: over the name in UTF-8, a zero byte and the
   * checksum of each population, in their order. See {@link SpikeDigest} for the latter.
   */
  public String spikeChecksum() {
    MessageDigest all = Sha256.digest();
    for (int i = 0; i < digests.length; i++) {
      all.update(network.populations().get(i).name().getBytes(StandardCharsets.UTF_8));
      all.update((byte) 0);
      all.update(digests[i].value());
    }
    return HexFormat.of().formatHex(all.digest());
  }

  /** Spikes of a population so far. */
  public long spikeCount(int population) {
    return digests[population].count();
  }

  int[] totalCounts(int population) {
    return counts[population];
  }

  /** Content of a segment; empty if there's no such. */
  ByteBuffer content(String segment) {
    Segment found = segments.get(segment);
    return found == null ? ByteBuffer.allocate(0) : found.content();
  }

  /** The answers so far. */
  public List<Answer> answers(List<String> phases) {
    List<Answer> list = new ArrayList<>();
    ByteBuffer bytes = content(ANSWERS);
    while (bytes.hasRemaining()) {
      String phase = phases.get(bytes.getInt());
      int label = bytes.getInt();
      int answer = bytes.getInt();
      long from = bytes.getLong();
      long until = bytes.getLong();
      int[] readout = new int[bytes.getInt()];
      for (int i = 0; i < readout.length; i++) {
        readout[i] = bytes.getInt();
      }
      list.add(new Answer(phase, label, answer, readout, from, until));
    }
    return list;
  }

  @Override
  public void close() {
    segments.values().forEach(Segment::close);
  }
}
