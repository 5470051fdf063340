package dev.glia.api.modelfiles;

import dev.glia.api.component.Component;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.equations.NeuronEquations;
import dev.glia.api.equations.SynapseEquations;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.modelfiles.yaml.Document;
import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.synapse.SynapseModel;
import java.io.InputStream;
import java.util.Objects;

/**
 * A model that was read from a file: a component as good as one written in Java.
 *
 * <p>Keys of every file: {@code glia} (1, the format), {@code kind} ({@code neuron}, {@code
 * synapse}, {@code learning}), {@code id}, {@code version}, {@code summary}, {@code cite}, {@code
 * parameters} and {@code aliases}. Then, named as the methods of the equations' builders:
 *
 * <ul>
 *   <li>neuron: {@code equations}, {@code start}, {@code spike}, {@code reset}, {@code reset order}
 *       ({@code after-threshold} or {@code before-next-tick}), {@code refractory}, {@code while
 *       refractory} ({@code drop} or {@code accumulate}), {@code solve}, {@code every tick};
 *   <li>synapse: {@code equations}, {@code on spike}, {@code output}, {@code continuous}, {@code
 *       weight};
 *   <li>learning: {@code equations}, {@code on pre}, {@code on post}, {@code every tick}, and
 *       {@code on} followed by the name of any other event, as {@code on presentation}.
 * </ul>
 *
 * A parameter is {@code tau_m: {default: 20 ms, range: "(0, inf)", about: membrane time constant}};
 * one without a default has {@code unit: ms} in its place and must be given. {@code aliases} holds,
 * for each tool, what it calls our names; {@code model} stands for the model itself and may be a
 * list.
 *
 * <p>Limits: those of {@link Document}, and those of the equation language.
 */
public sealed interface ModelFile extends Component {
  /** A neuron model. */
  record Neuron(Descriptor descriptor, NeuronEquations equations)
      implements ModelFile, NeuronModel {
    public Neuron {
      Objects.requireNonNull(descriptor);
      Objects.requireNonNull(equations);
    }
  }

  /** A synapse model. */
  record Synapse(Descriptor descriptor, SynapseEquations equations)
      implements ModelFile, SynapseModel {
    public Synapse {
      Objects.requireNonNull(descriptor);
      Objects.requireNonNull(equations);
    }
  }

  /** A learning rule. */
  record Learning(Descriptor descriptor, LearningEquations equations)
      implements ModelFile, LearningRule {
    public Learning {
      Objects.requireNonNull(descriptor);
      Objects.requireNonNull(equations);
    }
  }

  /**
   * Reads a model file.
   *
   * @param file as messages should name it
   * @throws Fault of kind INPUT: {@code file.yaml:LINE:COLUMN field: problem}; for equations with
   *     the line and a caret below the place
   */
  static ModelFile read(String file, String text) {
    return new ModelReader(Document.read(file, text).asMapping()).file();
  }

  /**
   * Reads a model file from UTF-8, as {@link #read(String, String)} does; the stream stays open.
   */
  static ModelFile read(String file, InputStream in) {
    return new ModelReader(Document.read(file, in).asMapping()).file();
  }

  /**
   * Reads a model that stands in another document.
   *
   * @param id what it's called there; {@code glia} and {@code id} may be left out, {@code version}
   *     is then 0.0.0
   * @throws Fault as {@link #read(String, String)}
   */
  static ModelFile inline(String id, Mapping model) {
    return new ModelReader(model).inline(id);
  }
}
