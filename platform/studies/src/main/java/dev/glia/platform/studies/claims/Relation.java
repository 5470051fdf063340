package dev.glia.platform.studies.claims;

import java.util.Arrays;
import java.util.Optional;

/** How two numbers are compared; NaN fulfils nothing. */
public enum Relation {
  AT_LEAST(">=", "at least"),
  MORE(">", "more than"),
  AT_MOST("<=", "at most"),
  LESS("<", "less than"),
  EQUAL("=", "exactly");

  private final String symbol;
  private final String words;

  Relation(String symbol, String words) {
    this.symbol = symbol;
    this.words = words;
  }

  String symbol() {
    return symbol;
  }

  String words() {
    return words;
  }

  boolean holds(double left, double right) {
    return switch (this) {
      case AT_LEAST -> left >= right;
      case MORE -> left > right;
      case AT_MOST -> left <= right;
      case LESS -> left < right;
      case EQUAL -> left == right;
    };
  }

  static Optional<Relation> of(String symbol) {
    return Arrays.stream(values()).filter(each -> each.symbol.equals(symbol)).findFirst();
  }
}
