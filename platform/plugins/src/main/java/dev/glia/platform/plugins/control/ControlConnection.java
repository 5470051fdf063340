package dev.glia.platform.plugins.control;

import dev.glia.api.component.Fault;
import dev.glia.v1.ControlReply;
import dev.glia.v1.ControlRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The way to one other container. */
public final class ControlConnection {
  private static final int MOST_REPLY_BYTES = 16 << 20;

  private final ContainerDescription description;

  private ControlConnection(ContainerDescription description) {
    this.description = description;
  }

  /** To all containers that live on this machine, but not the one in this process. */
  public static List<ControlConnection> toOthers(Path userDirectory) {
    long self = ProcessHandle.current().pid();
    List<ControlConnection> connections = new ArrayList<>();
    for (ContainerDescription description : new RunFolder(userDirectory).living()) {
      if (description.pid() != self) {
        connections.add(new ControlConnection(description));
      }
    }
    return connections;
  }

  static ControlConnection to(ContainerDescription description) {
    return new ControlConnection(description);
  }

  public long pid() {
    return description.pid();
  }

  /**
   * Asks, and waits for the answer.
   *
   * @param request without a token
   * @throws Fault EXTERNAL if the container can't be reached or doesn't answer in time; INPUT with
   *     its own words if it refused
   */
  public ControlReply ask(ControlRequest.Builder request, Duration within) {
    ControlReply reply;
    try (TimedChannel channel = TimedChannel.connect(description.socket())) {
      channel.within(within);
      Frames.write(channel, request.setToken(description.token()).build().toByteArray());
      reply = ControlReply.parseFrom(Frames.read(channel, MOST_REPLY_BYTES));
    } catch (IOException e) {
      throw new Fault(
          Fault.Kind.EXTERNAL,
          "the container of process " + pid() + " doesn't answer: " + e.getMessage(),
          e);
    }
    if (!reply.getError().isEmpty()) {
      throw Fault.input(reply.getError());
    }
    return reply;
  }
}
