package dev.glia.platform.catalog.internal;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A model file of a bundle. Its bytes are kept, so that it can still be read when the bundle has
 * gone, until it's first needed. Safe for any thread.
 */
final class ModelSource {
  private final String name;
  // Guarded by this; the bytes are dropped once they're read.
  private byte[] bytes;
  private ModelFile model;
  private Fault mistake;

  /**
   * @param name for messages: bundle, version and file
   */
  ModelSource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** What the service is registered as: from a quick look, or else from reading all of it. */
  ModelHeader header() {
    Optional<ModelHeader> header = ModelHeader.scan(new String(bytes, StandardCharsets.UTF_8));
    return header.orElseGet(() -> headerOf(model()));
  }

  /**
   * The model, read when first asked for.
   *
   * @throws Fault the same each time, if there is a mistake in it
   */
  synchronized ModelFile model() {
    // Reading calls no foreign code, so the lock is safe, and each file is read once.
    if (bytes != null) {
      read();
    }
    if (mistake != null) {
      throw mistake;
    }
    return model;
  }

  private void read() {
    byte[] whole = bytes;
    bytes = null;
    try {
      model = ModelFile.read(name, new ByteArrayInputStream(whole));
    } catch (Fault e) {
      mistake = e;
    } catch (RuntimeException | StackOverflowError e) {
      mistake = new Fault(Fault.Kind.INTERNAL, name + " couldn't be read: " + e, e);
    }
  }

  private static ModelHeader headerOf(ModelFile model) {
    Descriptor descriptor = model.descriptor();
    return new ModelHeader(descriptor.kind(), descriptor.id(), descriptor.version());
  }
}
