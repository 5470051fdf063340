package dev.glia.platform.plugins.pack;

import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.platform.catalog.ModelFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A model file that was checked, byte for byte as it was written. */
public record ModelText(Path file, Descriptor descriptor, byte[] bytes) {
  /**
   * Reads and checks it.
   *
   * @throws Fault INPUT with line and column of what is wrong
   */
  public static ModelText read(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(ModelFiles.MOST_BYTES + 1);
    } catch (NoSuchFileException e) {
      throw Fault.input(file + " doesn't exist");
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + " can't be read: " + e.getMessage(), e);
    }
    if (bytes.length > ModelFiles.MOST_BYTES) {
      throw Fault.input(file + " has more than " + ModelFiles.MOST_BYTES + " bytes");
    }
    ModelFile model = ModelFile.read(file.toString(), new ByteArrayInputStream(bytes));
    return new ModelText(file, model.descriptor(), bytes);
  }
}
