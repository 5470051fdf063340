package dev.glia.platform.runner.reading;

import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.InputSpec;
import dev.glia.v1.NetworkSpec;
import dev.glia.v1.PopulationSpec;
import dev.glia.v1.ProjectionSpec;
import dev.glia.v1.Value;
import dev.glia.v1.ValueMap;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Files that an experiment refers to by {@code file: name}: one that lies beside the experiment is
 * found there, whatever the working directory is.
 */
public final class DataFiles {
  private final Path folder;

  private DataFiles(Path folder) {
    this.folder = folder;
  }

  /** The specification of a file, with its references to files beside it resolved. */
  public static ExperimentSpec beside(Path experiment, ExperimentSpec spec) {
    Path folder = experiment.getParent();
    return folder == null || !spec.hasNetwork() ? spec : new DataFiles(folder).resolved(spec);
  }

  private ExperimentSpec resolved(ExperimentSpec spec) {
    NetworkSpec.Builder network = spec.getNetwork().toBuilder();
    for (PopulationSpec.Builder population : network.getPopulationsBuilderList()) {
      if (population.getModel().hasParameters()) {
        resolve(population.getModelBuilder().getParametersBuilder());
      }
      if (population.hasStart()) {
        resolve(population.getStartBuilder());
      }
    }
    for (ProjectionSpec.Builder projection : network.getProjectionsBuilderList()) {
      if (projection.getTopology().hasParameters()) {
        resolve(projection.getTopologyBuilder().getParametersBuilder());
      }
    }
    for (InputSpec.Builder input : network.getInputsBuilderList()) {
      if (input.getCurrent().getAmplitude().hasMap()) {
        resolve(input.getCurrentBuilder().getAmplitudeBuilder().getMapBuilder());
      }
    }
    return spec.toBuilder().setNetwork(network).build();
  }

  private void resolve(ValueMap.Builder map) {
    for (ValueMap.Entry.Builder entry : map.getEntriesBuilderList()) {
      if (entry.getKey().equals("file") && entry.getValue().getKindCase() == Value.KindCase.TEXT) {
        entry.getValueBuilder().setText(found(entry.getValue().getText()));
      } else if (entry.getValue().getKindCase() == Value.KindCase.MAP) {
        resolve(entry.getValueBuilder().getMapBuilder());
      }
    }
  }

  private String found(String name) {
    try {
      Path beside = folder.resolve(name);
      return Files.isRegularFile(beside) ? beside.toString() : name;
    } catch (InvalidPathException notAPath) {
      return name; // Whoever reads it says so.
    }
  }
}
