package dev.glia.api.testkit;

import dev.glia.api.modelfiles.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads model files where a bundle keeps them: {@code OSGI-INF/glia/<id>.yaml} on its class path.
 */
public final class ModelResources {
  private ModelResources() {}

  /**
   * Reads a neuron model.
   *
   * @throws dev.glia.api.component.Fault if the file is refused
   * @throws IllegalArgumentException if there's no such file, or it's of another kind
   */
  public static ModelFile.Neuron neuron(String id) {
    return read(id, ModelFile.Neuron.class);
  }

  /** Reads a synapse model; fails as {@link #neuron} does. */
  public static ModelFile.Synapse synapse(String id) {
    return read(id, ModelFile.Synapse.class);
  }

  /** Reads a learning rule; fails as {@link #neuron} does. */
  public static ModelFile.Learning learning(String id) {
    return read(id, ModelFile.Learning.class);
  }

  /**
   * Reads all models of the bundle that's being built, by id.
   *
   * @throws dev.glia.api.component.Fault if a file is refused
   * @throws IllegalStateException if the bundle has no models, or isn't built in {@code target}
   * @since 1.1
   */
  public static List<ModelFile> ofBundle() {
    Path folder = Path.of("target", "classes", "OSGI-INF", "glia");
    try (Stream<Path> files = Files.list(folder)) {
      List<ModelFile> models = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        models.add(ModelFile.read(file.getFileName().toString(), Files.readString(file)));
      }
      return models;
    } catch (IOException e) {
      throw new IllegalStateException("there are no models in " + folder.toAbsolutePath(), e);
    }
  }

  private static <T> T read(String id, Class<T> kind) {
    String path = "OSGI-INF/glia/" + id + ".yaml";
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("there's no " + path + " on the class path");
      }
      ModelFile model = ModelFile.read(path, in);
      if (!kind.isInstance(model)) {
        throw new IllegalArgumentException(
            path + " holds another kind of model: " + model.descriptor().kind().symbol());
      }
      return kind.cast(model);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
