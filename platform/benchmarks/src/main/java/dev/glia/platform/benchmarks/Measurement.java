package dev.glia.platform.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a workload cost. NaN where a simulator can't tell.
 *
 * @param threads that simulated
 * @param synapses of the network
 * @param rate mean of all neurons whose spikes are counted, in Hz
 * @param events synaptic events a simulated second
 * @param prepareCpuSeconds CPU time of what comes before the network is built: generating and
 *     compiling code, where that is a step of its own
 * @param buildCpuSeconds CPU time of all threads from the description to the first tick
 * @param firstTickSeconds wall time until the first tick is done, preparation included
 * @param cpuSeconds CPU time of all threads a simulated second
 * @param wallSeconds wall time a simulated second
 * @param bytes by which the process grew, a synapse
 * @param storedBytes that the driver says it stores, a synapse
 */
public record Measurement(
    int threads,
    long synapses,
    double rate,
    double events,
    double prepareCpuSeconds,
    double buildCpuSeconds,
    double firstTickSeconds,
    double cpuSeconds,
    double wallSeconds,
    double bytes,
    double storedBytes) {

  /** Synaptic events that a second of CPU time delivers. */
  public double eventsPerCpuSecond() {
    return events / cpuSeconds;
  }

  /** The median of each number. */
  public static Measurement median(List<Measurement> runs) {
    Measurement any = runs.get(0);
    return new Measurement(
        any.threads,
        any.synapses,
        median(runs, Measurement::rate),
        median(runs, Measurement::events),
        median(runs, Measurement::prepareCpuSeconds),
        median(runs, Measurement::buildCpuSeconds),
        median(runs, Measurement::firstTickSeconds),
        median(runs, Measurement::cpuSeconds),
        median(runs, Measurement::wallSeconds),
        median(runs, Measurement::bytes),
        median(runs, Measurement::storedBytes));
  }

  private static double median(List<Measurement> runs, ToDoubleFunction<Measurement> number) {
    double[] sorted = runs.stream().mapToDouble(number).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
