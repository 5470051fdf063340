package dev.glia.api.modelfiles;

import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.modelfiles.yaml.Node;
import dev.glia.api.modelfiles.yaml.Scalar;
import dev.glia.api.modelfiles.yaml.Sequence;
import dev.glia.api.modelfiles.yaml.Spelling;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code aliases} of a model. Written as our name to theirs, which reads well; kept as theirs
 * to ours, which is what is looked up.
 */
final class AliasFields {
  private static final String MODEL = "model";

  private final Mapping model;

  AliasFields(Mapping model) {
    this.model = model;
  }

  /**
   * Reads them.
   *
   * @param id what {@code model} stands for
   * @param known what they may be given for
   */
  Map<String, Map<String, String>> read(String id, List<String> known) {
    Map<String, Map<String, String>> byTool = new LinkedHashMap<>();
    model
        .find("aliases")
        .ifPresent(
            node -> {
              for (Mapping.Entry tool : node.asMapping().entries()) {
                byTool.put(tool.name(), tool(tool.value().asMapping(), id, known));
              }
            });
    return byTool;
  }

  private static Map<String, String> tool(Mapping names, String id, List<String> known) {
    Map<String, String> theirs = new LinkedHashMap<>();
    for (Mapping.Entry entry : names.entries()) {
      String ours = entry.name();
      if (!known.contains(ours)) {
        throw entry.key().fault("not a name of this model; " + Spelling.advice(ours, known));
      }
      for (Scalar alias : aliases(entry.value())) {
        if (alias.text().isBlank() || alias.isNull()) {
          throw alias.fault("expected the name that the tool has for it, found nothing");
        }
        String earlier = theirs.put(alias.text(), ours.equals(MODEL) ? id : ours);
        if (earlier != null) {
          throw alias.fault("already stands for '" + earlier + "'");
        }
      }
    }
    return Collections.unmodifiableMap(theirs);
  }

  private static List<Scalar> aliases(Node value) {
    return value instanceof Sequence several
        ? several.items().stream().map(Node::asScalar).toList()
        : List.of(value.asScalar());
  }
}
