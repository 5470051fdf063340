package dev.glia.drivers.neurocorex.mapping;

import dev.glia.api.device.Deviation;
import dev.glia.api.device.Mapping.Entry;
import dev.glia.api.device.Mapping.Verdict;
import dev.glia.api.device.NetworkTerm;
import dev.glia.api.device.NetworkTerm.Aspect;
import dev.glia.api.network.Network;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What has been said so far of a network's terms: of each, the worst. */
final class Verdicts {
  private final Network network;

  /** By place and aspect. */
  private final Map<List<Object>, Entry> entries = new LinkedHashMap<>();

  Verdicts(Network network) {
    this.network = network;
  }

  void say(String where, Aspect aspect, Verdict verdict, String what) {
    say(where, aspect, verdict, what, Optional.empty());
  }

  void say(
      String where, Aspect aspect, Verdict verdict, String what, Optional<Deviation> deviation) {
    if (isWorse(verdict, before(where, aspect))) {
      put(where, aspect, verdict, what, deviation);
    }
  }

  /** The same, behind what has been said of the term unless it's worse. */
  void add(String where, Aspect aspect, Verdict verdict, String what) {
    Optional<Entry> before = before(where, aspect);
    String both = before.map(entry -> entry.outcome() + "; " + what).orElse(what);
    if (isWorse(verdict, before)) {
      put(where, aspect, verdict, both, Optional.empty());
    } else if (before.orElseThrow().verdict() == verdict) {
      put(where, aspect, verdict, both, before.get().deviation());
    }
  }

  void refuse(String where, Aspect aspect, String why) {
    say(where, aspect, Verdict.REFUSED, why);
  }

  private Optional<Entry> before(String where, Aspect aspect) {
    return Optional.ofNullable(entries.get(List.of(where, aspect)));
  }

  private static boolean isWorse(Verdict verdict, Optional<Entry> before) {
    return before.isEmpty() || before.get().verdict().compareTo(verdict) < 0;
  }

  private void put(
      String where, Aspect aspect, Verdict verdict, String what, Optional<Deviation> deviation) {
    NetworkTerm term = new NetworkTerm(where, aspect, "");
    entries.put(List.of(where, aspect), new Entry(term, verdict, what, deviation));
  }

  /** Where and why something was refused first, in a sentence; empty if nothing was. */
  Optional<String> refusal() {
    return entries.values().stream()
        .filter(entry -> entry.verdict() == Verdict.REFUSED)
        .map(entry -> entry.term().where() + ": " + entry.outcome())
        .findFirst();
  }

  boolean isRefused() {
    return refusal().isPresent();
  }

  /**
   * What becomes of a term; each may be asked for once.
   *
   * @param fits whether the network does. Neurons are recognised by what their programs do as a
   *     whole: if one isn't, nothing is exact
   */
  Entry take(NetworkTerm term, boolean fits) {
    Entry said = entries.remove(List.of(term.where(), term.aspect()));
    if (said == null && (term.aspect() == Aspect.SIZE || term.aspect() == Aspect.CONNECTIVITY)) {
      said = leftover(term);
    }
    if (said != null) {
      return new Entry(term, said.verdict(), said.outcome(), said.deviation());
    }
    return fits ? Entry.exact(term, "") : Entry.undecided(term, "depends on what is refused");
  }

  /** What was said of an aspect that no term of the network has. */
  private Entry leftover(NetworkTerm term) {
    List<Aspect> present =
        NetworkTerm.of(network).stream()
            .filter(t -> t.where().equals(term.where()))
            .map(NetworkTerm::aspect)
            .toList();
    return entries.values().stream()
        .filter(entry -> entry.term().where().equals(term.where()))
        .filter(entry -> !present.contains(entry.term().aspect()))
        .findFirst()
        .orElse(null);
  }
}
