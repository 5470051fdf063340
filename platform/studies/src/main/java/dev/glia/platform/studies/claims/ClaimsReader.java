package dev.glia.platform.studies.claims;

import dev.glia.api.modelfiles.yaml.Document;
import dev.glia.api.modelfiles.yaml.Mapping;
import dev.glia.api.modelfiles.yaml.Node;
import dev.glia.api.modelfiles.yaml.Scalar;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.api.study.Profile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Reads {@code claims.yaml}. Refusals are Faults of kind INPUT with file, line and column.
 *
 * <pre>
 * glia: 1
 * title: A Biologically Plausible Supervised Learning Method …
 * year: 2018
 * about: One paragraph for readers.
 * seeds: {full: 2}                # optional: seeds of a profile, 1 otherwise
 * claims:
 *   - id: learns
 *     says: Supervised learning works
 *     holds: accuracy[full] &gt;= bar
 *     bar: {quick: 0.70, full: 0.84, smoke: report}   # profiles that judge or show it
 *     seeds: each                 # or mean, median, min, max
 *     paper: "good performance"   # optional
 *   - id: rate
 *     says: Spikes a presentation
 *     holds: spikes[full]         # nothing is compared: only shown
 *     in: [quick, full]           # optional: profiles; all otherwise
 * </pre>
 */
public final class ClaimsReader {
  private static final List<String> KEYS =
      List.of("glia", "title", "year", "about", "seeds", "claims");
  private static final List<String> CLAIM_KEYS =
      List.of("id", "says", "holds", "bar", "in", "seeds", "paper");
  private static final int MOST_SEEDS = 1000;

  private ClaimsReader() {}

  public static Claims read(String file, String text) {
    Mapping root = Document.read(file, text).asMapping();
    root.refuseOthers(KEYS);
    Scalar format = root.require("glia").asScalar();
    if (format.integer() != 1) {
      throw format.fault("made for a newer Glia; here 1 is understood");
    }
    Scalar year = root.require("year").asScalar();
    if (year.integer() < 1900 || year.integer() > 2200) {
      throw year.fault("expected a year, as 2018");
    }
    List<Claim> claims = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node item : root.require("claims").asSequence().items()) {
      claims.add(claim(item.asMapping(), ids));
    }
    return new Claims(
        line(root.require("title")),
        (int) year.integer(),
        line(root.require("about")),
        seeds(root.find("seeds")),
        claims);
  }

  private static String line(Node node) {
    String text = node.asScalar().text().strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      throw node.fault("is empty");
    }
    return text;
  }

  private static Map<Profile, Integer> seeds(Optional<Node> node) {
    Map<Profile, Integer> seeds = new EnumMap<>(Profile.class);
    for (Mapping.Entry entry : node.map(n -> n.asMapping().entries()).orElse(List.of())) {
      Scalar count = entry.value().asScalar();
      if (count.integer() < 1 || count.integer() > MOST_SEEDS) {
        throw count.fault("expected a number of seeds, 1 to " + MOST_SEEDS);
      }
      seeds.put(profile(entry.key()), (int) count.integer());
    }
    return seeds;
  }

  private static Claim claim(Mapping claim, Set<String> ids) {
    claim.refuseOthers(CLAIM_KEYS);
    Scalar id = claim.require("id").asScalar();
    if (!id.text().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw id.fault("not an id; lower-case words joined by hyphens are wanted, as no-scaling");
    }
    if (!ids.add(id.text())) {
      throw id.fault("another claim has this id");
    }
    Scalar holds = claim.require("holds").asScalar();
    Statement statement = StatementParser.parse(holds);
    Map<Profile, OptionalDouble> bars = bars(claim.find("bar"));
    if (statement.usesBar() && bars.isEmpty()) {
      throw holds.fault("it names the bar, but none is given; add bar: {quick: 0.7}");
    }
    if (!statement.usesBar() && !bars.isEmpty()) {
      throw claim.require("bar").fault("the statement doesn't use it; write … >= bar");
    }
    return new Claim(
        id.text(),
        line(claim.require("says")),
        statement,
        bars,
        profiles(claim, bars),
        overSeeds(claim.find("seeds")),
        claim.find("paper").map(ClaimsReader::line).orElse(""));
  }

  private static Map<Profile, OptionalDouble> bars(Optional<Node> node) {
    Map<Profile, OptionalDouble> bars = new EnumMap<>(Profile.class);
    if (node.isEmpty()) {
      return bars;
    }
    if (node.get() instanceof Scalar same) {
      for (Profile profile : Profile.values()) {
        bars.put(profile, OptionalDouble.of(same.number()));
      }
      return bars;
    }
    for (Mapping.Entry entry : node.get().asMapping().entries()) {
      Scalar bar = entry.value().asScalar();
      boolean shown = bar.isPlain() && bar.text().equals("report");
      bars.put(
          profile(entry.key()), shown ? OptionalDouble.empty() : OptionalDouble.of(bar.number()));
    }
    if (bars.isEmpty()) {
      throw node.get().fault("names no profile; try {quick: 0.7}");
    }
    return bars;
  }

  private static Set<Profile> profiles(Mapping claim, Map<Profile, OptionalDouble> bars) {
    Optional<Node> in = claim.find("in");
    if (in.isEmpty()) {
      return bars.isEmpty() ? EnumSet.allOf(Profile.class) : bars.keySet();
    }
    Set<Profile> profiles = EnumSet.noneOf(Profile.class);
    for (Node item : in.get().asSequence().items()) {
      Profile profile = profile(item.asScalar());
      if (!bars.isEmpty() && !bars.containsKey(profile)) {
        throw item.fault("there's no bar for this profile");
      }
      profiles.add(profile);
    }
    if (profiles.isEmpty()) {
      throw in.get().fault("names no profile; try [quick, full]");
    }
    return profiles;
  }

  private static Claim.OverSeeds overSeeds(Optional<Node> node) {
    return node.map(n -> word(n.asScalar(), Claim.OverSeeds.class)).orElse(Claim.OverSeeds.EACH);
  }

  private static Profile profile(Scalar name) {
    return word(name, Profile.class);
  }

  private static <E extends Enum<E>> E word(Scalar scalar, Class<E> type) {
    List<String> known =
        Arrays.stream(type.getEnumConstants())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    int index = known.indexOf(scalar.text());
    if (index < 0) {
      throw scalar.fault("unknown; " + Spelling.advice(scalar.text(), known));
    }
    return type.getEnumConstants()[index];
  }
}
