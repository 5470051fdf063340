package dev.glia.api.component;

import java.util.Locale;

/** The kinds of components, each with the interface that its services are registered under. */
public enum ComponentKind {
  NEURON("dev.glia.api.neuron.NeuronModel", "neurons"),
  SYNAPSE("dev.glia.api.synapse.SynapseModel", "synapses"),
  LEARNING("dev.glia.api.learning.LearningRule", "learning"),
  TOPOLOGY("dev.glia.api.topology.Topology", "topologies"),
  ENCODER("dev.glia.api.encoding.Encoder", "encoders"),
  DATASET("dev.glia.api.data.DatasetSource", "datasets"),
  ENVIRONMENT("dev.glia.api.environment.EnvironmentSource", "environments"),
  DRIVER("dev.glia.api.device.HardwareDriver", "drivers"),
  ANALYZER("dev.glia.api.analysis.Analyzer", "analyzers"),
  TRAINER("dev.glia.api.training.Trainer", "trainers"),
  STUDY("dev.glia.api.study.Study", "studies"),
  FORMAT("dev.glia.api.interchange.NetworkFormat", "formats"),
  CROSSBAR("dev.glia.api.crossbar.CrossbarSource", "crossbars"),
  READER("dev.glia.api.signal.RecordingReader", "readers"),
  VIEW("dev.glia.api.signal.SignalView", "views");

  private final String service;
  private final String plural;

  ComponentKind(String service, String plural) {
    this.service = service;
    this.plural = plural;
  }

  /** Name of the service interface. */
  public String service() {
    return service;
  }

  /** As in {@code glia list neurons}. */
  public String plural() {
    return plural;
  }

  /** As in a model file's {@code kind: neuron}. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }
}
