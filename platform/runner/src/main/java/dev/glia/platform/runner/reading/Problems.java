package dev.glia.platform.runner.reading;

import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.platform.runner.InvalidExperiment;
import dev.glia.platform.runner.Problem;
import dev.glia.v1.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong, so that a person sees all of it at once. One thread. */
public final class Problems {
  /** More than this helps nobody. */
  private static final int MOST = 50;

  private final Set<Problem> found = new LinkedHashSet<>();
  private int missing;

  /** Adds a problem. */
  public void add(Place place, String field, String message) {
    found.add(new Problem(place, field, message));
  }

  /** Adds what a component, the catalog or a reader said. */
  public void add(Place place, String field, Fault fault) {
    if (fault.kind() == Fault.Kind.INTERNAL || fault.kind() == Fault.Kind.EXTERNAL) {
      throw fault;
    }
    boolean fresh = found.add(new Problem(place, field, fault.getMessage()));
    missing += fresh && fault.kind() == Fault.Kind.MISSING ? 1 : 0;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public int size() {
    return found.size();
  }

  /** Throws if there is any, in the order of lines. */
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt((Problem p) -> p.place().getLine()));
    if (sorted.size() > MOST) {
      int more = sorted.size() - MOST;
      sorted.subList(MOST, sorted.size()).clear();
      Place file = Place.newBuilder().setFile(sorted.get(0).place().getFile()).build();
      sorted.add(new Problem(file, "", more + " more problems; mend these first"));
    }
    boolean nothingElse = missing == found.size();
    throw new InvalidExperiment(nothingElse ? Fault.Kind.MISSING : Fault.Kind.INPUT, sorted);
  }

  /** {@code Did you mean 'tau_m'?}, or {@code Known: …}. */
  public static String advice(String word, Collection<String> known) {
    String advice = Spelling.advice(word, known);
    return Character.toUpperCase(advice.charAt(0))
        + advice.substring(1)
        + (advice.endsWith("?") ? "" : ".");
  }
}
