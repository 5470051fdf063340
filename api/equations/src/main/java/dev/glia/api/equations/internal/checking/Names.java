package dev.glia.api.equations.internal.checking;

import dev.glia.api.equations.Expr;
import dev.glia.api.equations.Function;
import dev.glia.api.equations.Scope;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Unit;
import dev.glia.api.units.internal.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the names of one section stand for, and what else it may use. */
public final class Names {
  private static final Set<String> RESERVED =
      Set.of("dt", "t", "pi", "xi", "inf", "and", "or", "not", "refractory");

  private final Map<String, Expr> values = new LinkedHashMap<>();
  private final Map<String, String> unavailable = new LinkedHashMap<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, Neighbor> neighbors = new LinkedHashMap<>();
  private final UnitNames unitNames;
  private boolean noise;
  private boolean sums;

  /** Nothing but {@code dt}, {@code t} and {@code pi}. */
  public Names() {
    this(new UnitNames());
    put("dt", new Expr.Name("dt", Scope.CLOCK, Dimension.TIME));
    put("t", new Expr.Name("t", Scope.CLOCK, Dimension.TIME));
    put("pi", Expr.Number.plain(Math.PI));
  }

  private Names(UnitNames unitNames) {
    this.unitNames = unitNames;
  }

  /** Names that can be changed without changing these; what units are called stays shared. */
  public Names copy() {
    Names copy = new Names(unitNames);
    copy.values.putAll(values);
    copy.unavailable.putAll(unavailable);
    copy.units.putAll(units);
    copy.neighbors.putAll(neighbors);
    copy.noise = noise;
    copy.sums = sums;
    return copy;
  }

  /** Whether nobody may declare the name. */
  public static boolean isReserved(String name) {
    return RESERVED.contains(name) || isNoise(name) || function(name).isPresent();
  }

  static boolean isNoise(String name) {
    return name.equals("xi") || name.startsWith("xi_");
  }

  static Optional<Function> function(String name) {
    for (Function function : Function.values()) {
      if (function.symbol().equals(name)) {
        return Optional.of(function);
      }
    }
    return Optional.empty();
  }

  public Names put(String name, Expr value) {
    values.put(name, value);
    unavailable.remove(name);
    return this;
  }

  /** A name that exists, but not here; the reason completes "'v' …". */
  public Names hide(String name, String reason) {
    values.remove(name);
    unavailable.put(name, reason);
    return this;
  }

  /** Hides all names that stand for something of a kind. */
  public Names hideWhere(Predicate<Expr> kind, String reason) {
    List<String> hidden =
        values.entrySet().stream()
            .filter(entry -> kind.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    hidden.forEach(name -> hide(name, reason));
    return this;
  }

  /** A name that is a unit in literals and declarations, {@code target} for example. */
  public Names putUnit(String name, Unit unit) {
    units.put(name, unit);
    return this;
  }

  /** Names with a suffix, {@code _post} for example, that are variables of a neighbor. */
  public Names putNeighbor(String suffix, Neighbor neighbor) {
    neighbors.put(suffix, neighbor);
    return this;
  }

  public Names allowNoise() {
    noise = true;
    return this;
  }

  public Names allowSums() {
    sums = true;
    return this;
  }

  boolean allowsNoise() {
    return noise;
  }

  boolean allowsSums() {
    return sums;
  }

  public UnitNames unitNames() {
    return unitNames;
  }

  public Map<String, Unit> units() {
    return units;
  }

  /** Whether a name has a meaning of any kind, neighbors' variables aside. */
  boolean isTaken(String name) {
    return isReserved(name)
        || values.containsKey(name)
        || unavailable.containsKey(name)
        || units.containsKey(name);
  }

  Optional<Expr> find(String name) {
    return Optional.ofNullable(values.get(name))
        .or(() -> neighbor(name).flatMap(neighbor -> neighbor.variable(bare(name))));
  }

  /** Why a name that can't be found should be known all the same; completes a sentence. */
  Optional<String> whyUnavailable(String name) {
    String reason = unavailable.get(name);
    return Optional.ofNullable(reason)
        .map(r -> "'" + name + "' " + r)
        .or(() -> neighbor(name).map(neighbor -> neighbor.missing(bare(name))));
  }

  private Optional<Neighbor> neighbor(String name) {
    int suffix = name.lastIndexOf('_');
    return suffix <= 0
        ? Optional.empty()
        : Optional.ofNullable(neighbors.get(name.substring(suffix)));
  }

  private static String bare(String name) {
    return name.substring(0, name.lastIndexOf('_'));
  }

  /** {@code : did you mean 'tau_m'?}, or nothing. */
  String proposal(String name, Collection<String> functions) {
    Set<String> known = new LinkedHashSet<>(values.keySet());
    known.addAll(functions);
    String near = Spelling.proposal(name, known);
    return near.isEmpty() ? Spelling.proposal(name, Unit.symbols()) : near;
  }
}
