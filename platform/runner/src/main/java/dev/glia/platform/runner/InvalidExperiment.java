package dev.glia.platform.runner;

import dev.glia.api.component.Fault;
import java.util.List;
import java.util.stream.Collectors;

/** An experiment that can't be run; its message has a line for each problem. */
public final class InvalidExperiment extends Fault {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * A refusal.
   *
   * @param problems at least one, in the order of the file
   */
  public InvalidExperiment(List<Problem> problems) {
    this(Kind.INPUT, problems);
  }

  /** A refusal that isn't the file's mistake alone: {@code MISSING} if a component isn't there. */
  public InvalidExperiment(Kind kind, List<Problem> problems) {
    super(kind, problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
