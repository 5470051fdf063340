package dev.glia.platform.catalog.internal;

import dev.glia.api.component.ComponentKind;

/** What people call the kinds. */
final class KindNames {
  private KindNames() {}

  static String singular(ComponentKind kind) {
    return switch (kind) {
      case NEURON -> "neuron model";
      case SYNAPSE -> "synapse model";
      case LEARNING -> "learning rule";
      case TOPOLOGY -> "topology";
      case ENCODER -> "encoder";
      case DATASET -> "dataset";
      case ENVIRONMENT -> "environment";
      case DRIVER -> "hardware driver";
      case ANALYZER -> "analyzer";
      case TRAINER -> "trainer";
      case STUDY -> "study";
      case FORMAT -> "network format";
      case CROSSBAR -> "crossbar array";
      case READER -> "reader of recordings";
      case VIEW -> "view of recordings";
    };
  }

  static String plural(ComponentKind kind) {
    return switch (kind) {
      case TOPOLOGY -> "topologies";
      case STUDY -> "studies";
      case READER -> "readers of recordings";
      case VIEW -> "views of recordings";
      default -> singular(kind) + "s";
    };
  }
}
