package dev.glia.platform.report.model;

import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import java.util.List;
import java.util.Optional;

/**
 * A run of one experiment.
 *
 * @param run its id
 * @param title the experiment's name
 * @param summary its description; may be empty
 * @param outcome a word: {@code completed}
 * @param figures ids are unique
 * @param settings the experiment's, by their path: {@code populations.cells.tau_m}
 */
public record RunView(
    String run,
    String title,
    String summary,
    String outcome,
    List<MetricView> metrics,
    List<Figure> figures,
    Optional<Content.Graph> network,
    List<ModelView> models,
    List<ParameterView> settings,
    OriginView origin) {
  public RunView {
    metrics = List.copyOf(metrics);
    figures = List.copyOf(figures);
    models = List.copyOf(models);
    settings = List.copyOf(settings);
  }
}
