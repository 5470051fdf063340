package dev.glia.platform.runner.running;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.platform.runner.building.ScheduleCheck;
import dev.glia.platform.runner.results.RunDirectory;
import dev.glia.v1.ExperimentSpec;
import dev.glia.v1.Intervention;
import dev.glia.v1.RunTimeline;
import dev.glia.v1.ScheduledIntervention;
import dev.glia.v1.TimelineEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What is to be changed while a run goes on, and what was: asked for by people, scheduled by the
 * experiment, or repeated from a journal. What was done is in the journal before anybody hears of
 * it, so that a run that is taken up again repeats it.
 *
 * <p>Threading: anybody may ask; the rest belongs to the run's thread.
 */
final class Interventions {
  private static final String JOURNAL = "timeline";

  private record Planned(long tick, Ticket ticket, TimelineEntry before) {}

  private final RunDirectory directory;
  private final ExperimentSpec spec;
  private final Queue<Ticket> asked = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Planned> planned = new ArrayDeque<>();
  private final List<TimelineEntry> done = new ArrayList<>();
  private boolean ended; // guarded by this

  /**
   * The interventions of a run, which is at its beginning.
   *
   * @param spec the experiment, as it was before any of them
   */
  Interventions(ExperimentSpec spec, RunDirectory directory) {
    this.spec = spec;
    this.directory = directory;
  }

  /** Whether the run is what its experiment alone has made of it. */
  boolean isUntouched() {
    return done.isEmpty();
  }

  /** Writes the journal of a run that is to repeat another one's interventions. */
  static void prepare(RunDirectory directory, RunTimeline repeated) {
    if (repeated.getEntriesCount() > 0) {
      directory.writeWork(JOURNAL, repeated.toByteArray());
    }
  }

  /** The state is that of a checkpoint: what came, and what comes, after it is planned. */
  void goBack(RunTimeline contained) {
    done.clear();
    done.addAll(contained.getEntriesList());
    List<Planned> plan = new ArrayList<>();
    for (int i = 0; i < spec.getInterventionsCount(); i++) {
      ScheduledIntervention each = spec.getInterventions(i);
      int number = i + 1;
      if (done.stream().noneMatch(entry -> entry.getScheduled() == number)) {
        long tick = ScheduleCheck.tick(each, spec.getTime().getDt());
        plan.add(new Planned(tick, Ticket.of(each.getWhat(), number), null));
      }
    }
    List<TimelineEntry> journal = journal();
    for (int i = done.size(); i < journal.size(); i++) {
      TimelineEntry entry = journal.get(i);
      if (entry.getScheduled() == 0 && entry.getRefusal().isEmpty()) {
        plan.add(new Planned(entry.getTick(), Ticket.of(entry.getWhat(), 0), entry));
      }
    }
    plan.sort(Comparator.comparingLong(Planned::tick));
    planned.clear();
    planned.addAll(plan);
  }

  private List<TimelineEntry> journal() {
    if (!directory.hasWork(JOURNAL)) {
      return List.of();
    }
    try {
      return RunTimeline.parseFrom(directory.readWork(JOURNAL)).getEntriesList();
    } catch (InvalidProtocolBufferException e) {
      throw new Fault(
          Fault.Kind.INPUT,
          directory.path() + ": the run's timeline is damaged. Try running the experiment anew.",
          e);
    }
  }

  /** Asks for one; the answer comes from the run's thread, or at once if the run has ended. */
  CompletableFuture<String> ask(Intervention what) {
    Ticket ticket = Ticket.of(what, 0);
    synchronized (this) {
      if (ended) {
        ticket.answer().completeExceptionally(over());
      } else {
        asked.add(ticket);
      }
    }
    return ticket.answer();
  }

  private static Fault over() {
    return Fault.input("the run ended before it could be changed.");
  }

  /** Whether there's something to do at a boundary. */
  boolean isDue(long recorded) {
    return !asked.isEmpty() || next() <= recorded;
  }

  /** The tick of the next one that is planned; far away if there's none. */
  long next() {
    return planned.isEmpty() ? Long.MAX_VALUE : planned.getFirst().tick();
  }

  /** The next one to do at a boundary; null if there's none. */
  Ticket take(long recorded) {
    return next() <= recorded ? planned.removeFirst().ticket() : asked.poll();
  }

  /**
   * Notes that one was done.
   *
   * @param told what whoever asked is told
   */
  void done(Ticket ticket, TimelineEntry entry, String told) {
    done.add(entry);
    write();
    ticket.answer().complete(told);
  }

  /** Notes that one can't be done; the run is as it was. */
  void refused(Ticket ticket, TimelineEntry entry) {
    if (ticket.scheduled() > 0) {
      done.add(entry);
      write();
    }
    ticket.answer().completeExceptionally(Fault.input(entry.getRefusal()));
  }

  private void write() {
    RunTimeline.Builder journal = timeline().toBuilder();
    for (Planned each : planned) {
      if (each.before() != null) {
        journal.addEntries(each.before());
      }
    }
    directory.writeWork(JOURNAL, journal.build().toByteArray());
  }

  /** What has happened so far, refusals of what the experiment wanted included. */
  RunTimeline timeline() {
    return RunTimeline.newBuilder().addAllEntries(done).build();
  }

  /** No more of them: whoever still waits is told. */
  synchronized void end() {
    ended = true;
    for (Ticket left = asked.poll(); left != null; left = asked.poll()) {
      left.answer().completeExceptionally(over());
    }
  }
}
