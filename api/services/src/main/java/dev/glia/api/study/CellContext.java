package dev.glia.api.study;

import dev.glia.api.analysis.Recording;
import dev.glia.api.component.Component;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.Dataset;
import dev.glia.api.device.Deployment;
import dev.glia.api.figure.Figure;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a cell works with. Used by the thread that runs the cell; whatever it opens is closed after
 * the cell. References are as in experiment files: {@code mnist}, {@code lif@[1.2,2)}; what they
 * were resolved to is kept with the cell's result.
 */
@ProviderType
public interface CellContext {
  Cell cell();

  /**
   * Lends any component.
   *
   * @throws dev.glia.api.component.Fault MISSING if it isn't installed
   */
  <T extends Component> T component(Class<T> type, String reference);

  /**
   * Values for a component's parameters, checked, with defaults filled in.
   *
   * @param given numbers in SI base units, or texts as {@code 20 ms}
   * @throws dev.glia.api.component.Fault INPUT naming the parameter
   */
  Parameters parameters(Descriptor descriptor, Map<String, ?> given);

  /** Opens a data set; parameters as in {@link #parameters}. */
  Dataset dataset(String reference, String split, Map<String, ?> parameters);

  /** Deploys a network on the study's target. */
  Deployment deploy(Network network);

  /**
   * Deploys the network of an experiment file on the study's target; the caller drives it.
   *
   * @param file resource beside the study's class
   * @param settings over the file's own, as {@code populations.cells.size=100}
   */
  Deployment deploy(String file, List<String> settings);

  /**
   * Runs an experiment file to its end on the study's target, with the cell's seed. Its analyses
   * aren't run: the study reads the recording.
   *
   * @param file resource beside the study's class
   * @param settings over the file's own, as {@code task.phases.train.samples=500}
   * @throws java.util.concurrent.CancellationException if the cell is cancelled meanwhile
   */
  Recording experiment(String file, List<String> settings);

  /**
   * Draws for a purpose from the cell's seed. The same for all conditions of a seed, so that they
   * are compared on the same draws.
   */
  RandomStream random(String purpose);

  /** How far the cell is; may be called as often as one likes. */
  void progress(long done, long total, String unit);

  boolean isCancelled();

  /** A number of the cell: {@code accuracy}; letters, digits, dots and underscores. */
  void number(String name, double value);

  /** A series of the cell: a curve, a histogram. */
  void series(String name, double[] x, double[] y);

  /** A figure of the cell; its id is unique in the cell. */
  void figure(Figure figure);

  /** A file kept with the cell. */
  void artifact(String file, String mediaType, byte[] content);
}
