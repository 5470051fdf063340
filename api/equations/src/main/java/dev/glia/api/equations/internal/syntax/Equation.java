package dev.glia.api.equations.internal.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of equations.
 *
 * @param at of the line's first character
 * @param name what the line is about: {@code v} in {@code dv/dt = …}
 * @param right absent in declarations
 * @param unit as written, of the name, also where the line is a derivative's
 * @param flags by place
 */
public record Equation(
    int at,
    Kind kind,
    String name,
    int nameAt,
    Optional<Node> right,
    String unit,
    int unitAt,
    Map<Flag, Integer> flags) {
  /** What a line says about its name. */
  public enum Kind {
    /** {@code dv/dt = … : mV}. */
    DERIVATIVE,
    /** {@code x = … : mV}. */
    SUBEXPRESSION,
    /** {@code x : mV}. */
    DECLARATION
  }

  /** What stands in parentheses at the end. */
  public enum Flag {
    UNLESS_REFRACTORY("unless refractory"),
    INPUT("input"),
    PRE("pre"),
    POST("post"),
    SYNAPSE("synapse"),
    MODULATOR("modulator");

    private final String words;

    Flag(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }

    static Optional<Flag> of(String words) {
      return Arrays.stream(values()).filter(flag -> flag.words.equals(words)).findFirst();
    }

    static List<String> all() {
      return Arrays.stream(values()).map(Flag::words).collect(Collectors.toList());
    }
  }

  public Equation {
    flags = Map.copyOf(flags);
  }

  public boolean has(Flag flag) {
    return flags.containsKey(flag);
  }

  /** The text of a whole-line message: {@code dv/dt} or {@code x}. */
  public String subject() {
    return kind == Kind.DERIVATIVE ? "d" + name + "/dt" : name;
  }
}
