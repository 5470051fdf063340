package dev.glia.api.equations;

/** Gives the parameters of joined models names that are theirs alone. */
final class Prefixed {
  private Prefixed() {}

  /** The parameter under its joined name; parameters that bound it are renamed, too. */
  static Parameter parameter(String prefix, Parameter parameter) {
    Range range = parameter.range();
    Range renamed =
        new Range(
            range.low(),
            range.lowOpen(),
            range.high(),
            range.highOpen(),
            range.lowParameter().map(prefix::concat),
            range.highParameter().map(prefix::concat));
    return new Parameter(
        prefix + parameter.name(),
        parameter.unit(),
        parameter.defaultValue(),
        renamed,
        parameter.description());
  }
}
