package dev.glia.api.interchange;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import dev.glia.api.network.Network;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A file format in which other tools describe networks. Safe for any thread. */
@ConsumerType
public interface NetworkFormat extends Component {
  /** Endings of its files in lower case, without the dot, the usual one first: {@code nir}. */
  List<String> endings();

  /**
   * Reads a foreign file into an experiment.
   *
   * @param name of the experiment; its side files' names begin with it
   * @param parameters what the file leaves open, by the descriptor's schema
   * @throws dev.glia.api.component.Fault INPUT, naming the file and the place in it, if it can't be
   *     understood or says what can't be run here; whatever the file holds, nothing else is thrown
   */
  ImportedExperiment read(Path file, String name, Parameters parameters);

  /**
   * Writes a network.
   *
   * @param network with all its numbers; the synapses' are drawn
   * @throws dev.glia.api.component.Fault INPUT, naming the population or projection, if the format
   *     can't say what it does
   */
  ExportedNetwork write(Network network, Parameters parameters);
}
