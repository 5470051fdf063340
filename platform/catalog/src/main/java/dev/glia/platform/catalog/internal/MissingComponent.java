package dev.glia.platform.catalog.internal;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.yaml.Spelling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.VersionRange;

/** Explains why nothing could be leased, and what would help. */
final class MissingComponent {
  private static final int LONGEST_NAME = 60;
  private static final int MOST_NAMES = 12;

  private final BundleContext context;
  private final ComponentTracker tracker;
  private final Admissions admissions;
  private final ComponentIndex index;

  MissingComponent(BundleContext context, ComponentTracker tracker, Admissions admissions) {
    this.context = context;
    this.tracker = tracker;
    this.admissions = admissions;
    this.index = ComponentIndex.read(context.getProperty("glia.home"));
  }

  Fault fault(ComponentKind kind, String id, Optional<VersionRange> range) {
    String what = "no " + KindNames.singular(kind) + " '" + shorten(id) + "'";
    List<TrackedComponent> sameId = tracker.of(kind);
    sameId.removeIf(component -> !component.id().equals(id));
    sameId.sort(TrackedComponent.NEWEST_FIRST);
    List<ComponentIndex.Line> elsewhere =
        index.of(kind).stream()
            .filter(line -> line.id().equals(id))
            .filter(line -> range.isEmpty() || range.get().includes(line.version()))
            .toList();
    List<String> reasons = new ArrayList<>();
    if (!sameId.isEmpty()) {
      what += range.map(wanted -> " in version range " + wanted).orElse("");
      reasons.addAll(versionsThere(sameId));
    }
    reasons.addAll(bundlesThatOffer(elsewhere));
    if (reasons.isEmpty()) {
      reasons.add(otherNames(kind, id));
    }
    return new Fault(Fault.Kind.MISSING, what + ": " + String.join("; ", reasons));
  }

  private List<String> versionsThere(List<TrackedComponent> sameId) {
    List<String> there = new ArrayList<>();
    List<String> leaving = new ArrayList<>();
    for (TrackedComponent component : sameId) {
      boolean admitted = admissions.isAdmitted(component.bundle());
      (admitted ? there : leaving).add(component.version().toString());
    }
    List<String> reasons = new ArrayList<>();
    if (!there.isEmpty()) {
      reasons.add((there.size() == 1 ? "there is " : "there are ") + String.join(", ", there));
    }
    if (!leaving.isEmpty()) {
      reasons.add(String.join(", ", leaving) + " is being removed and takes no new users");
    }
    return reasons;
  }

  private List<String> bundlesThatOffer(List<ComponentIndex.Line> lines) {
    List<String> reasons = new ArrayList<>();
    for (ComponentIndex.Line line : lines) {
      reasons.add("bundle " + line.bundle() + " offers it but " + whatKeeps(line.bundle()));
    }
    return reasons.stream().distinct().toList();
  }

  private String whatKeeps(String symbolicName) {
    for (Bundle bundle : context.getBundles()) {
      if (symbolicName.equals(bundle.getSymbolicName())) {
        return bundle.getState() == Bundle.ACTIVE
            ? "didn't register it: the log says why"
            : "isn't started";
      }
    }
    return "isn't installed";
  }

  private String otherNames(ComponentKind kind, String id) {
    Set<String> names = namesOffered(kind);
    Set<String> known = new TreeSet<>(names);
    index.of(kind).forEach(line -> known.add(line.id()));
    Optional<String> similar = Spelling.nearest(id, known);
    if (similar.isPresent()) {
      return "did you mean '" + similar.get() + "'?";
    }
    Optional<ComponentKind> other =
        Arrays.stream(ComponentKind.values()).filter(k -> namesOffered(k).contains(id)).findFirst();
    if (other.isPresent()) {
      String noun = KindNames.singular(other.get());
      return "'" + id + "' is " + ("aeiou".indexOf(noun.charAt(0)) < 0 ? "a " : "an ") + noun;
    }
    if (names.isEmpty()) {
      return "no installed bundle offers " + KindNames.plural(kind);
    }
    String list = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    int more = names.size() - MOST_NAMES;
    return "there are " + list + (more > 0 ? " and " + more + " more" : "");
  }

  private Set<String> namesOffered(ComponentKind kind) {
    Set<String> names = new TreeSet<>();
    for (TrackedComponent component : tracker.of(kind)) {
      if (admissions.isAdmitted(component.bundle())) {
        names.add(component.id());
      }
    }
    return names;
  }

  private static String shorten(String id) {
    return id.length() <= LONGEST_NAME ? id : id.substring(0, LONGEST_NAME) + "…";
  }
}
