package dev.glia.api.data;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import org.osgi.annotation.versioning.ConsumerType;

/** Opens a data set: reads it from the data directory, fetches it, or makes it. */
@ConsumerType
public interface DatasetSource extends Component {
  /**
   * Opens a split.
   *
   * @param split {@code train}, {@code test}, or what {@link #splits()} says
   * @param place where data lies and how progress is told; may block for a download
   * @throws dev.glia.api.component.Fault naming the file, the offset and what to do
   */
  Dataset open(String split, Parameters parameters, DataPlace place);

  java.util.List<String> splits();
}
