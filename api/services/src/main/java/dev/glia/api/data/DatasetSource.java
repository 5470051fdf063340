package dev.glia.api.data;

import dev.glia.api.component.Component;
import dev.glia.api.component.Parameters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  List<String> splits();

  /**
   * The files that {@link #open} would read now, without reading them: results are kept for the
   * content of these files, wherever they lie. A file that would have to be fetched first is named
   * where it would lie then.
   *
   * @return none if the samples are made and not read; empty if the source can't say
   */
  default Optional<List<Path>> files(String split, Parameters parameters, DataPlace place) {
    return Optional.empty();
  }
}
