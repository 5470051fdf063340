package dev.glia.platform.runner.devices;

import dev.glia.v1.DeviceClaim;
import java.util.List;
import java.util.function.UnaryOperator;

/** The queue of one device among the threads of this process. */
final class ClaimsInMemory implements ClaimsQueue {
  private List<DeviceClaim> claims = List.of();

  @Override
  public synchronized List<DeviceClaim> read() {
    return claims;
  }

  @Override
  public synchronized List<DeviceClaim> change(UnaryOperator<List<DeviceClaim>> change) {
    claims = List.copyOf(change.apply(claims));
    return claims;
  }
}
