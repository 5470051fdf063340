package dev.glia.deployments;

import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.Sample;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.encoding.EncodingSink;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import dev.glia.api.study.CellContext;
import dev.glia.deployments.SpikePlayer.Forced;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The spikes that an encoder makes of samples, for a {@link SpikePlayer}. One thread. */
public final class EncodedSpikes {
  private final Encoder encoder;
  private final Parameters parameters;
  private final RandomStream random;

  /**
   * Encodes with an encoder.
   *
   * @param encoder drives a source of spikes
   * @param random of its draws, which go on from sample to sample
   */
  public EncodedSpikes(Encoder encoder, Parameters parameters, RandomStream random) {
    this.encoder = encoder;
    this.parameters = parameters;
    this.random = random;
  }

  /**
   * Encodes with an encoder's defaults.
   *
   * @param encoder reference to one that drives a source of spikes: {@code regular-rate}
   * @throws Fault MISSING if there's no such encoder
   */
  public static EncodedSpikes by(CellContext context, String encoder) {
    Encoder found = context.component(Encoder.class, encoder);
    return new EncodedSpikes(
        found, context.parameters(found.descriptor(), Map.of()), context.random("encoding"));
  }

  /**
   * Encodes a sample at strength 1.
   *
   * @param network has the population whose neurons are to spike
   * @param ticks for which the sample is shown
   * @return in ascending order, from tick 1
   * @throws Fault INPUT if the sample doesn't fit the population, or the encoder sets parameters
   */
  public List<Forced> of(Sample sample, Network network, String population, int ticks) {
    List<Forced> spikes = new ArrayList<>();
    Presentation shown =
        new Presentation(network.population(population).size(), ticks, network.dt(), 1, random);
    EncodingSink sink =
        new EncodingSink() {
          @Override
          public void spike(int tick, int neuron) {
            spikes.add(new Forced(tick, population, neuron));
          }

          @Override
          public void parameter(String name, double[] values) {
            throw Fault.input(
                encoder.descriptor().id()
                    + " sets "
                    + name
                    + " of '"
                    + population
                    + "'. Take an encoder that makes spikes.");
          }
        };
    encoder.encode(sample, shown, parameters, sink);
    spikes.sort(Comparator.comparingLong(Forced::tick));
    return spikes;
  }
}
