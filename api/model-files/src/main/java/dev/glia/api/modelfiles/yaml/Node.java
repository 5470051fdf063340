package dev.glia.api.modelfiles.yaml;

import dev.glia.api.component.Fault;

/** A value in a document, with its place. */
public sealed interface Node permits Scalar, Sequence, Mapping {
  /** Where its text begins. An aliased value is where it was anchored. */
  Place place();

  /** The way to it: {@code projections[0].weight}; empty for the root. */
  String path();

  /** What it is, for messages: {@code text}, {@code a list}, {@code a map}. */
  String form();

  /**
   * A fault about this value: {@code lab.yaml:14:3 populations.exc.tau_m: problem}.
   *
   * @param problem what is wrong and what to do, without the place
   */
  Fault fault(String problem);

  /** This as a single value; a fault if it's a list or a map. */
  default Scalar asScalar() {
    if (this instanceof Scalar scalar) {
      return scalar;
    }
    throw fault("expected a single value, found " + form());
  }

  /** This as a list; a fault if it isn't one. */
  default Sequence asSequence() {
    if (this instanceof Sequence sequence) {
      return sequence;
    }
    throw fault("expected a list, as [a, b], found " + form());
  }

  /** This as a map; a fault if it isn't one. */
  default Mapping asMapping() {
    if (this instanceof Mapping mapping) {
      return mapping;
    }
    throw fault("expected a map, as {name: value}, found " + form());
  }
}
