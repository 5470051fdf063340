package dev.glia.api.device;

import dev.glia.api.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a driver makes of a network, term by term.
 *
 * @param entries one a term of {@link NetworkTerm#of}, at least; a term may have several
 */
public record Mapping(List<Entry> entries) {
  /** What becomes of a term. */
  public enum Verdict {
    /** The device computes the same, up to the rounding of its {@link NumberFormat}. */
    EXACT,
    /** Values are rounded to those that the device has. */
    QUANTIZED,
    /** The device does something else that comes near. */
    APPROXIMATED,
    /** The device can't; the network doesn't fit. */
    REFUSED,
    /** Nobody can tell, as another term is refused on which this one's fate depends. */
    UNDECIDED
  }

  /**
   * One term's fate.
   *
   * @param outcome what becomes of it, one sentence without a full stop; for a refused term why,
   *     and what would fit. Empty only if exact
   * @param deviation how far values are off; absent where the term isn't a number, or it's unknown
   */
  public record Entry(
      NetworkTerm term, Verdict verdict, String outcome, Optional<Deviation> deviation) {
    public Entry {
      Objects.requireNonNull(term);
      Objects.requireNonNull(verdict);
      Objects.requireNonNull(deviation);
      if (outcome.isBlank() && verdict != Verdict.EXACT) {
        throw new IllegalArgumentException("what becomes of " + term + ", which is " + verdict);
      }
    }

    public static Entry exact(NetworkTerm term, String outcome) {
      return new Entry(term, Verdict.EXACT, outcome, Optional.empty());
    }

    public static Entry quantized(NetworkTerm term, String outcome, Deviation deviation) {
      return new Entry(term, Verdict.QUANTIZED, outcome, Optional.of(deviation));
    }

    public static Entry approximated(NetworkTerm term, String outcome) {
      return new Entry(term, Verdict.APPROXIMATED, outcome, Optional.empty());
    }

    /** For terms that are looked at only if another one fits, which is refused. */
    public static Entry undecided(NetworkTerm term, String why) {
      return new Entry(term, Verdict.UNDECIDED, why, Optional.empty());
    }

    public static Entry refused(NetworkTerm term, String why) {
      return new Entry(term, Verdict.REFUSED, why, Optional.empty());
    }
  }

  public Mapping {
    entries = List.copyOf(entries);
    if (entries.stream().anyMatch(e -> e.verdict() == Verdict.UNDECIDED)
        && entries.stream().noneMatch(e -> e.verdict() == Verdict.REFUSED)) {
      throw new IllegalArgumentException("a term is undecided, though none is refused");
    }
  }

  /** Asks for the fate of each term of a network, in order. */
  public static Mapping of(Network network, Function<NetworkTerm, Entry> fate) {
    return new Mapping(NetworkTerm.of(network).stream().map(fate).toList());
  }

  /**
   * The mapping of a driver that has only said what doesn't fit and what will differ: problems are
   * refusals, notes approximations, and everything else keeps the number format.
   */
  public static Mapping of(Network network, Fit fit, NumberFormat format) {
    List<NetworkTerm> terms = NetworkTerm.of(network);
    List<Entry> entries =
        terms.stream().map(t -> Entry.exact(t, format.name())).collect(Collectors.toList());
    List<Entry> findings = new ArrayList<>();
    fit.problems().forEach(f -> findings.add(Entry.refused(about(f), f.what())));
    fit.notes().forEach(f -> findings.add(Entry.approximated(about(f), f.what())));
    entries.addAll(findings);
    return new Mapping(entries);
  }

  /** A finding that doesn't say which term it means is about the whole part, and has no text. */
  private static NetworkTerm about(Fit.Finding finding) {
    return new NetworkTerm(finding.where(), NetworkTerm.Aspect.SIZE, "");
  }

  public boolean fits() {
    return entries.stream().noneMatch(entry -> entry.verdict() == Verdict.REFUSED);
  }

  /** What is refused as problems, and what isn't exact as notes. */
  public Fit fit() {
    List<Fit.Finding> problems = new ArrayList<>();
    List<Fit.Finding> notes = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.verdict() != Verdict.EXACT && entry.verdict() != Verdict.UNDECIDED) {
        NetworkTerm term = entry.term();
        String what =
            term.text().isEmpty() ? entry.outcome() : term.text() + ": " + entry.outcome();
        (entry.verdict() == Verdict.REFUSED ? problems : notes)
            .add(new Fit.Finding(term.where(), what));
      }
    }
    return new Fit(problems, notes);
  }
}
