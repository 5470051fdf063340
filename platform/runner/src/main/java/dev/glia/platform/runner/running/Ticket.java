package dev.glia.platform.runner.running;

import dev.glia.v1.Intervention;
import java.util.concurrent.CompletableFuture;

/**
 * An intervention that waits for its tick boundary, or for its outcome.
 *
 * @param scheduled place in the experiment's list, from 1; 0 if somebody asked for it
 * @param answer what was done, or why it wasn't
 */
record Ticket(Intervention what, int scheduled, CompletableFuture<String> answer) {
  static Ticket of(Intervention what, int scheduled) {
    return new Ticket(what, scheduled, new CompletableFuture<>());
  }
}
