package dev.glia.platform.cli;

import dev.glia.platform.plugins.ControlHandler;
import dev.glia.platform.runner.LiveRuns;
import dev.glia.v1.ControlReply;
import dev.glia.v1.ControlRequest;
import dev.glia.v1.Intervene;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets other processes change the runs that go on in this container. Safe for any thread. */
@Component(service = ControlHandler.class)
public final class RunRequests implements ControlHandler {
  /** Time for a run to come to its next boundary and to be moved. */
  static final Duration PATIENCE = Duration.ofMinutes(30);

  private final LiveRuns runs;

  @Activate
  public RunRequests(@Reference LiveRuns runs) {
    this.runs = runs;
  }

  @Override
  public Optional<ControlReply> answer(ControlRequest request) {
    return switch (request.getKindCase()) {
      case LIST_RUNS -> Optional.of(ControlReply.newBuilder().addAllRuns(runs.ids()).build());
      case INTERVENE -> {
        Intervene wish = request.getIntervene();
        String done = runs.intervene(wish.getRun(), wish.getWhat(), PATIENCE);
        yield Optional.of(ControlReply.newBuilder().setMessage(done).build());
      }
      default -> Optional.empty();
    };
  }
}
