package dev.glia.launcher;

import java.util.ArrayList;
import java.util.List;

/** What did not come up, a sentence each. Filled while booting. */
final class BootReport {

  private final List<String> problems = new ArrayList<>();
  private boolean platformBroken;

  void failed(Room room, String what, String reason) {
    problems.add(room.noun() + " " + what + " failed: " + reason);
    platformBroken |= room != Room.PLUGINS;
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  /** Whether something other than a plugin is missing, so that the command may never appear. */
  boolean platformBroken() {
    return platformBroken;
  }
}
