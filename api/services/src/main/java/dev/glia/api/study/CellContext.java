package dev.glia.api.study;

import dev.glia.api.data.Dataset;
import dev.glia.api.device.Deployment;
import dev.glia.api.network.Network;
import dev.glia.api.random.RandomStream;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** What a cell works with. Used by the thread that runs the cell. */
@ProviderType
public interface CellContext {
  /** Opens a data set; closed after the cell. */
  Dataset dataset(String reference, String split, Map<String, Object> parameters);

  /** Deploys a network on the study's target; closed after the cell. */
  Deployment deploy(Network network);

  RandomStream random(String purpose);

  void progress(long done, long total, String unit);

  boolean isCancelled();

  /** A number of the cell. */
  void number(String name, double value);

  /** A series of the cell: a curve, a histogram. */
  void series(String name, double[] x, double[] y);
}
