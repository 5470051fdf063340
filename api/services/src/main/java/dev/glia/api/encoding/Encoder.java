package dev.glia.api.encoding;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.Sample;
import org.osgi.annotation.versioning.ConsumerType;

/** Turns a sample into what drives a population while the sample is presented. */
@ConsumerType
public interface Encoder extends Component {
  /**
   * The id of the neuron model that the driven population needs: {@code poisson}; empty if any
   * model will do that has the parameters which the encoder sets.
   */
  String drives();

  /**
   * Encodes one sample. Threading: may be called by several threads with different sinks.
   *
   * @param presentation duration, tick, strength and random stream of this presentation
   * @param into takes what the population is driven with
   * @throws dev.glia.api.component.Fault if the sample's shape doesn't fit the population
   */
  void encode(Sample sample, Presentation presentation, Parameters parameters, EncodingSink into);
}
