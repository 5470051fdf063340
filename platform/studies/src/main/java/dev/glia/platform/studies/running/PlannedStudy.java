package dev.glia.platform.studies.running;

import dev.glia.api.component.Fault;
import dev.glia.api.study.Cell;
import dev.glia.api.study.Profile;
import dev.glia.api.study.Study;
import dev.glia.platform.store.RunSpec;
import dev.glia.platform.studies.StudyPlan;
import dev.glia.platform.studies.StudyRequest;
import dev.glia.platform.studies.claims.Claims;
import dev.glia.platform.studies.claims.ClaimsReader;
import dev.glia.platform.studies.claims.Selector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A study with its claims and all cells of a profile.
 *
 * @param wanted those that match the request's pattern
 */
record PlannedStudy(Study study, Claims claims, RunSpec spec, List<Cell> cells, List<Cell> wanted) {

  static PlannedStudy of(Study study, StudyRequest request) {
    Claims claims = claims(study);
    List<Long> seeds = request.seeds();
    if (seeds.isEmpty()) {
      seeds = LongStream.range(0, claims.seeds(request.profile())).boxed().toList();
    }
    List<Cell> cells = cells(study, request.profile(), seeds);
    List<Cell> wanted = cells.stream().filter(c -> isWanted(request.pattern(), c)).toList();
    if (wanted.isEmpty()) {
      throw Fault.input(nothing(request, cells));
    }
    RunSpec spec =
        RunSpec.ofStudy(
            request.slug(),
            study.descriptor().version(),
            request.profile(),
            seeds,
            request.pattern(),
            request.target(),
            request.force());
    return new PlannedStudy(study, claims, spec, cells, wanted);
  }

  static Claims claims(Study study) {
    String file = study.descriptor().id() + "/" + Study.CLAIMS;
    try (InputStream in = study.getClass().getResourceAsStream(Study.CLAIMS)) {
      if (in == null) {
        throw new Fault(
            Fault.Kind.INTERNAL,
            file + ": not beside " + study.getClass().getName() + " in its bundle");
      }
      return ClaimsReader.read(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, file + ": can't be read: " + e.getMessage(), e);
    }
  }

  private static List<Cell> cells(Study study, Profile profile, List<Long> seeds) {
    List<Cell> cells = new ArrayList<>();
    Set<String> identities = new HashSet<>();
    for (long seed : seeds) {
      for (Cell cell : study.plan(profile, seed)) {
        if (!identities.add(cell.identity()) || cell.seed() != seed) {
          throw new Fault(
              Fault.Kind.INTERNAL,
              study.descriptor().reference()
                  + " plans the cell '"
                  + cell
                  + "' twice, or for another seed than "
                  + seed);
        }
        cells.add(cell);
      }
    }
    return cells;
  }

  private static boolean isWanted(String pattern, Cell cell) {
    return pattern.isBlank()
        || Arrays.stream(pattern.split(","))
            .anyMatch(each -> Selector.matches(each.strip(), cell.condition()));
  }

  private static String nothing(StudyRequest request, List<Cell> cells) {
    String profile = request.slug() + ": the profile " + request.profile().symbol();
    if (cells.isEmpty()) {
      return profile + " isn't offered. Try another.";
    }
    return profile
        + " has no cell '"
        + request.pattern()
        + "'. There are: "
        + String.join(", ", cells.stream().map(Cell::condition).distinct().toList())
        + ".";
  }

  Profile profile() {
    return spec.profile().orElseThrow();
  }

  StudyPlan plan() {
    return new StudyPlan(spec, claims.title(), claims.year(), wanted);
  }
}
