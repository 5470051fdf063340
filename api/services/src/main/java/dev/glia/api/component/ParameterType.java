package dev.glia.api.component;

/** What kind of value a parameter takes. */
public enum ParameterType {
  /** A number with a unit, or a plain number. */
  QUANTITY,
  INTEGER,
  TRUTH,
  TEXT,
  CHOICE,
  /** Lists and maps, checked by the component. */
  STRUCTURE
}
