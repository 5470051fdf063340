package dev.glia.platform.cli;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.component.Fault;
import dev.glia.api.figure.Content;
import dev.glia.api.figure.Figure;
import dev.glia.api.study.Profile;
import dev.glia.platform.report.NetworkGraph;
import dev.glia.platform.report.model.CellView;
import dev.glia.platform.report.model.ClaimView;
import dev.glia.platform.report.model.ComponentView;
import dev.glia.platform.report.model.IndexEntry;
import dev.glia.platform.report.model.ModelView;
import dev.glia.platform.report.model.OriginView;
import dev.glia.platform.report.model.ParameterView;
import dev.glia.platform.report.model.StudyView;
import dev.glia.platform.report.model.Verdict;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.ClaimResult;
import dev.glia.platform.store.ModelDescription;
import dev.glia.platform.store.RunStore;
import dev.glia.platform.store.RunSummary;
import dev.glia.platform.store.StoredRun;
import dev.glia.platform.studies.StudyInfo;
import dev.glia.v1.ExperimentSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Runs of studies as reports show them. */
final class StudyViews {
  private StudyViews() {}

  static StudyView study(StoredRun record, RunStore store) {
    return new StudyView(
        record.spec().name(),
        record.run(),
        record.title(),
        record.year(),
        record.citation(),
        record.summary(),
        record.spec().profile().map(Profile::symbol).orElse(""),
        record.outcome().symbol(),
        record.claims().stream().map(StudyViews::claim).toList(),
        record.cells().stream().map(StudyViews::cell).toList(),
        figures(record),
        network(record, store),
        record.models().stream().map(StudyViews::model).toList(),
        origin(record));
  }

  /** The network of the first experiment that a cell ran, from the specification that it kept. */
  private static Optional<Content.Graph> network(StoredRun record, RunStore store) {
    return record.cells().stream()
        .flatMap(cell -> cell.artifacts().stream())
        .filter(artifact -> artifact.file().endsWith(".yaml.binpb"))
        .findFirst()
        .map(artifact -> NetworkGraph.of(spec(store.read(artifact)).getNetwork()));
  }

  private static ExperimentSpec spec(byte[] bytes) {
    try {
      return ExperimentSpec.parseFrom(bytes);
    } catch (InvalidProtocolBufferException damaged) {
      throw new Fault(
          Fault.Kind.EXTERNAL, "a kept specification can't be read: " + damaged.getMessage());
    }
  }

  /** Those of the whole table, then the cells' own, whose ids get the cell's name if need be. */
  static List<Figure> figures(StoredRun record) {
    List<Figure> figures = new ArrayList<>(record.figures());
    Set<String> ids = new HashSet<>();
    figures.forEach(figure -> ids.add(figure.id()));
    for (CellRecord cell : record.cells()) {
      String name = cell.cell().condition() + "-seed-" + cell.cell().seed();
      for (Figure figure : cell.figures()) {
        String id = ids.add(figure.id()) ? figure.id() : figure.id() + "-" + name;
        String title = figure.title() + " (" + name.replace('-', ' ') + ")";
        ids.add(id);
        figures.add(new Figure(id, title, figure.caption(), figure.content()));
      }
    }
    return figures;
  }

  static IndexEntry entry(StudyInfo study, UnaryOperator<String> link) {
    Optional<RunSummary> last =
        study.last().values().stream().max(Comparator.comparing(RunSummary::startedAt));
    return new IndexEntry(
        study.slug(),
        study.title(),
        study.year(),
        study.problem().orElse(study.citation()),
        last.map(run -> lastRun(run, link)));
  }

  private static IndexEntry.LastRun lastRun(RunSummary run, UnaryOperator<String> link) {
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    run.claims().forEach((verdict, count) -> verdicts.put(verdict(verdict), count));
    return new IndexEntry.LastRun(
        run.profile().map(Profile::symbol).orElse(""),
        run.outcome().symbol(),
        verdicts,
        run.startedAt(),
        run.wallSeconds(),
        link.apply(run.run()));
  }

  private static Verdict verdict(dev.glia.platform.store.Verdict verdict) {
    return Verdict.valueOf(verdict.name());
  }

  private static ClaimView claim(ClaimResult claim) {
    return new ClaimView(
        claim.id(),
        claim.says(),
        claim.statement(),
        verdict(claim.verdict()),
        claim.measured(),
        claim.spread(),
        claim.bar(),
        claim.published(),
        claim.sentence());
  }

  private static CellView cell(CellRecord cell) {
    return new CellView(
        cell.cell().condition(),
        cell.cell().seed(),
        new TreeMap<>(cell.cell().parameters()),
        cell.outcome().symbol(),
        cell.numbers(),
        cell.wallSeconds(),
        cell.cpuSeconds(),
        cell.message());
  }

  private static ModelView model(ModelDescription model) {
    return new ModelView(
        model.kind(),
        model.reference(),
        model.summary(),
        model.citation(),
        model.text(),
        model.mathml(),
        model.parameters().stream()
            .map(p -> new ParameterView(p.name(), p.value(), p.range(), p.about()))
            .toList());
  }

  private static OriginView origin(StoredRun record) {
    return new OriginView(
        record.where().gliaVersion(),
        record.where().gitCommit(),
        record.where().machine(),
        record.spec().target(),
        record.spec().seeds(),
        record.components().stream()
            .map(c -> new ComponentView(c.kind(), c.id() + "@" + c.version(), c.bundle()))
            .toList(),
        record.startedAt(),
        record.wallSeconds(),
        record.cpuSeconds(),
        record.rerunLine());
  }
}
