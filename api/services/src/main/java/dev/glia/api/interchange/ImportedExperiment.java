package dev.glia.api.interchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An experiment that was made of a foreign file.
 *
 * @param yaml text of the experiment file, complete and runnable
 * @param files what it refers to, by name; they lie in the same folder
 * @param notes what a person should know, a sentence each
 */
public record ImportedExperiment(String yaml, Map<String, byte[]> files, List<String> notes) {
  public ImportedExperiment {
    Objects.requireNonNull(yaml);
    files = Map.copyOf(files);
    notes = List.copyOf(notes);
  }
}
