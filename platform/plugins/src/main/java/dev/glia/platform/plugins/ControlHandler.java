package dev.glia.platform.plugins;

import dev.glia.v1.ControlReply;
import dev.glia.v1.ControlRequest;
import java.util.Optional;

/**
 * Answers requests of other processes to this container that aren't about plugins: an OSGi service.
 * Safe for any thread; may take minutes.
 */
public interface ControlHandler {
  /**
   * Answers a request whose token was right.
   *
   * @return empty if the request isn't one of this handler's
   * @throws dev.glia.api.component.Fault if it can't be carried out; the other process is told
   */
  Optional<ControlReply> answer(ControlRequest request);
}
