package dev.glia.api.interchange;

import java.util.List;
import java.util.Objects;

/**
 * A network in a foreign format.
 *
 * @param content of the file
 * @param notes what the file doesn't say of the network, a sentence each
 */
public record ExportedNetwork(byte[] content, List<String> notes) {
  public ExportedNetwork {
    Objects.requireNonNull(content);
    notes = List.copyOf(notes);
  }
}
