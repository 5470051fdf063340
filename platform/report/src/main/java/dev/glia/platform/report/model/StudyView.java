package dev.glia.platform.report.model;

import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import java.util.List;
import java.util.Optional;

/**
 * A run of a study.
 *
 * @param slug the study's id
 * @param run the run's id; may be empty
 * @param year of the paper; 0 if it's not known
 * @param summary one paragraph
 * @param profile {@code quick}
 * @param outcome a word: {@code completed}, {@code cancelled}
 * @param figures ids are unique
 * @param network that was run
 */
public record StudyView(
    String slug,
    String run,
    String title,
    int year,
    String citation,
    String summary,
    String profile,
    String outcome,
    List<ClaimView> claims,
    List<CellView> cells,
    List<Figure> figures,
    Optional<Content.Graph> network,
    List<ModelView> models,
    OriginView origin) {
  public StudyView {
    claims = List.copyOf(claims);
    cells = List.copyOf(cells);
    figures = List.copyOf(figures);
    models = List.copyOf(models);
  }
}
