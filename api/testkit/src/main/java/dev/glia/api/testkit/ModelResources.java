package dev.glia.api.testkit;

import dev.glia.api.modelfiles.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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
