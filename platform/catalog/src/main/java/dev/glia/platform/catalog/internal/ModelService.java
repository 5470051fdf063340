package dev.glia.platform.catalog.internal;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.synapse.SynapseModel;

/** The service that stands for a model file; reading waits until somebody asks. */
sealed interface ModelService extends Component {
  ModelSource source();

  @Override
  default Descriptor descriptor() {
    return source().model().descriptor();
  }

  static ModelService of(ComponentKind kind, ModelSource source) {
    return switch (kind) {
      case NEURON -> new Neuron(source);
      case SYNAPSE -> new Synapse(source);
      case LEARNING -> new Learning(source);
      default -> throw new IllegalArgumentException("no model file describes a " + kind);
    };
  }

  /** A neuron model. */
  record Neuron(ModelSource source) implements ModelService, NeuronModel {
    @Override
    public NeuronEquations equations() {
      return ((ModelFile.Neuron) source.model()).equations();
    }
  }

  /** A synapse model. */
  record Synapse(ModelSource source) implements ModelService, SynapseModel {
    @Override
    public SynapseEquations equations() {
      return ((ModelFile.Synapse) source.model()).equations();
    }
  }

  /** A learning rule. */
  record Learning(ModelSource source) implements ModelService, LearningRule {
    @Override
    public LearningEquations equations() {
      return ((ModelFile.Learning) source.model()).equations();
    }
  }
}
