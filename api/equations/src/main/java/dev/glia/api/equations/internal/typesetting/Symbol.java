package dev.glia.api.equations.internal.typesetting;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A name taken apart: {@code tau_m} is a tau with the subscript m.
 *
 * @param base first part, with digits at its end removed
 * @param subscript further parts joined by commas, may be empty
 * @param tail what follows the base, as written
 */
public record Symbol(String base, String subscript, String tail) {
  /** In the order of the alphabet; the final sigma has no spelling. */
  private static final List<String> GREEK =
      List.of(
          "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
          "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi",
          "chi", "psi", "omega");

  /** Takes a name apart; what begins with an underscore stays whole. */
  public static Symbol of(String name) {
    int underscore = name.indexOf('_');
    if (underscore <= 0 || underscore == name.length() - 1) {
      return numbered(name, name, "");
    }
    String rest = name.substring(underscore + 1).replace('_', ',');
    return numbered(name, name.substring(0, underscore), rest);
  }

  private static Symbol numbered(String name, String base, String subscript) {
    int end = base.length();
    while (end > 1 && Character.isDigit(base.charAt(end - 1))) {
      end--;
    }
    String digits = base.substring(end);
    String joined = digits + (digits.isEmpty() || subscript.isEmpty() ? "" : ",") + subscript;
    return new Symbol(base.substring(0, end), joined, name.substring(end));
  }

  /** The Greek letter that the base spells, capital if it begins with a capital. */
  Optional<String> greekLetter() {
    int index = GREEK.indexOf(base.toLowerCase(Locale.ROOT));
    if (index < 0) {
      return Optional.empty();
    }
    char first = Character.isUpperCase(base.charAt(0)) ? 'Α' : 'α';
    return Optional.of(Character.toString(first + index));
  }
}
