package dev.glia.platform.studies.running;

import dev.glia.api.component.Component;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.equations.Typesetter;
import dev.glia.api.learning.LearningRule;
import dev.glia.api.neuron.NeuronModel;
import dev.glia.api.synapse.SynapseModel;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.store.ComponentVersion;
import dev.glia.platform.store.ModelDescription;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The models that cells used, in their own words. */
final class Models {
  private final Catalog catalog;

  Models(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Those that are still installed; others are left out. */
  List<ModelDescription> describe(Collection<ComponentVersion> components) {
    List<ModelDescription> models = new ArrayList<>();
    for (ComponentVersion each : components) {
      try {
        describe(each, models);
      } catch (Fault gone) {
        continue; // a bundle was removed while the study ran
      }
    }
    return models;
  }

  private void describe(ComponentVersion of, List<ModelDescription> into) {
    switch (of.kind()) {
      case "neuron" -> {
        try (Lease<NeuronModel> lease = lease(NeuronModel.class, of)) {
          into.add(
              description(
                  lease.component(),
                  Typesetter.TEXT.typeset(lease.component().equations()),
                  Typesetter.MATHML.typeset(lease.component().equations())));
        }
      }
      case "synapse" -> {
        try (Lease<SynapseModel> lease = lease(SynapseModel.class, of)) {
          into.add(
              description(
                  lease.component(),
                  Typesetter.TEXT.typeset(lease.component().equations()),
                  Typesetter.MATHML.typeset(lease.component().equations())));
        }
      }
      case "learning" -> {
        try (Lease<LearningRule> lease = lease(LearningRule.class, of)) {
          into.add(
              description(
                  lease.component(),
                  Typesetter.TEXT.typeset(lease.component().equations()),
                  Typesetter.MATHML.typeset(lease.component().equations())));
        }
      }
      default -> {}
    }
  }

  private <T extends Component> Lease<T> lease(Class<T> type, ComponentVersion of) {
    return catalog.lease(type, of.id(), "[" + of.version() + "," + of.version() + "]");
  }

  private static ModelDescription description(Component component, String text, String mathml) {
    Descriptor of = component.descriptor();
    return new ModelDescription(
        of.kind().symbol(),
        of.reference(),
        of.summary(),
        of.citation(),
        text,
        mathml,
        of.parameters().stream()
            .map(
                p ->
                    new ModelDescription.Parameter(
                        p.name(), p.defaultText(), p.range().text(p.unit()), p.description()))
            .toList());
  }
}
