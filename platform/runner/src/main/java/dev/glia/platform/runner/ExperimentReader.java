package dev.glia.platform.runner;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Document;
import dev.glia.platform.runner.reading.DataFiles;
import dev.glia.platform.runner.reading.ExperimentReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads experiment files. Safe for any thread.
 *
 * <p>Everything that can be known from the text alone is checked here, and all problems of a file
 * are reported together. Components are looked up later, by {@link ExperimentRunner}.
 */
public final class ExperimentReader {
  private static final String TOO_LARGE =
      "larger than " + (Document.LARGEST >> 20) + " MiB. Try moving long lists to a data file.";

  private ExperimentReader() {}

  /**
   * Reads a file.
   *
   * <p>Data files that it refers to, {@code file: weights.npy}, are looked for beside it first,
   * then in the working directory.
   *
   * @param overrides settings over the file's own, as {@code populations.cells.size=100}, {@code
   *     task.phases.train.samples=500} or {@code seed=3}; applied before anything is checked
   * @throws InvalidExperiment with all problems
   * @throws dev.glia.api.component.Fault INPUT if the file can't be read
   */
  public static Experiment read(Path file, List<String> overrides) {
    String name = String.valueOf(file.getFileName());
    try {
      if (Files.size(file) > Document.LARGEST) {
        throw Fault.input(name + ": " + TOO_LARGE);
      }
      Experiment read = parse(name, decode(name, Files.readAllBytes(file)), overrides);
      return new Experiment(
          DataFiles.beside(file, read.spec()), read.file(), read.source(), read.overrides());
    } catch (NoSuchFileException e) {
      throw Fault.input(file + ": there's no such file. Try glia examples for some to begin with.");
    } catch (IOException e) {
      throw Fault.input(file + ": can't be read: " + e.getMessage());
    }
  }

  private static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Fault.input(name + ": not UTF-8 text. Try saving it as UTF-8.");
    }
  }

  /**
   * Reads a text.
   *
   * @param file name for messages
   */
  public static Experiment parse(String file, String text, List<String> overrides) {
    return new ExperimentReading().read(file, text, overrides);
  }
}
