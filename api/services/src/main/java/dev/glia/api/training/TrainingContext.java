package dev.glia.api.training;

import dev.glia.api.data.Dataset;
import dev.glia.api.device.Deployment;
import dev.glia.api.random.RandomStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a trainer works with. */
@ProviderType
public interface TrainingContext {
  /** The network, if the trainer trains one that a driver runs. */
  Optional<Deployment> deployment();

  Dataset trainingData();

  Optional<Dataset> validationData();

  /** A stream of its own for each purpose. */
  RandomStream random(String purpose);

  void progress(long done, long total, String unit);

  /** A point of a curve: loss, accuracy, over steps. */
  void metric(String name, long step, double value);

  boolean isCancelled();

  /** Keeps a state, atomically, in place of the last one. */
  void checkpoint(byte[] state);

  /** What the last checkpoint of an interrupted training held. */
  Optional<byte[]> resumed();
}
