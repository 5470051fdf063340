package dev.glia.interchange.nir;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.interchange.ExportedNetwork;
import dev.glia.api.interchange.ImportedExperiment;
import dev.glia.api.interchange.NetworkFormat;
import dev.glia.api.network.Network;
import dev.glia.interchange.hdf5.Hdf5Reader;
import dev.glia.interchange.hdf5.Hdf5Tree;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The Neuromorphic Intermediate Representation: graphs in HDF5 files. */
@Component(
    service = NetworkFormat.class,
    property = {NetworkFormat.ID + "=nir", NetworkFormat.VERSION + "=1.0.0"})
public final class Nir implements NetworkFormat {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.FORMAT,
          "nir",
          "1.0.0",
          "Neuromorphic Intermediate Representation, which many SNN libraries and chips read",
          "doi:10.1038/s41467-024-52259-9",
          ImportOptions.SCHEMA);

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public List<String> endings() {
    return List.of("nir");
  }

  @Override
  public ImportedExperiment read(Path file, String name, Parameters parameters) {
    return read(Hdf5Reader.read(file), file.toString(), name, parameters);
  }

  /** Reads the tree of a file. */
  static ImportedExperiment read(
      Hdf5Tree.Group tree, String file, String name, Parameters parameters) {
    NirGraph graph = GraphReader.read(tree, file);
    LoweredNetwork network;
    try {
      network = Lowering.lower(graph, file);
    } catch (OutOfMemoryError tooLarge) {
      throw new Fault(
          Fault.Kind.INPUT,
          file + ": the graph needs more memory than there is. Try a larger heap (-Xmx).",
          tooLarge);
    }
    String version = graph.version().matches("[0-9A-Za-z.+-]{1,40}") ? graph.version() : "unknown";
    String origin =
        "Imported from "
            + Path.of(file).getFileName().toString().replaceAll("\\p{Cntrl}", " ")
            + " (NIR "
            + version
            + ").";
    return ExperimentText.of(name, origin, network, ImportOptions.of(parameters));
  }

  @Override
  public ExportedNetwork write(Network network, Parameters parameters) {
    Lifting lifting = new Lifting(network);
    return new ExportedNetwork(GraphWriter.bytes(lifting.lift()), lifting.notes());
  }
}
