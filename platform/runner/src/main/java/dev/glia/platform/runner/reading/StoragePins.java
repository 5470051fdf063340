package dev.glia.platform.runner.reading;

import dev.glia.v1.ComponentRef;
import dev.glia.v1.ValueMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The forms in which an experiment wants its projections stored. In the specification they are
 * parameters of the target, called {@code storage.} and the projection's name.
 */
public final class StoragePins {
  private static final String PREFIX = "storage.";

  private StoragePins() {}

  /** Reads the section into the target. */
  static ComponentRef read(Section storage, NetworkNames names, ComponentRef target) {
    ValueMap.Builder parameters = target.getParameters().toBuilder();
    storage
        .entries()
        .forEach(
            (projection, entry) -> {
              names.checkProjection(storage, projection);
              ValueMap.Entry.Builder added = parameters.addEntriesBuilder();
              added.setKey(PREFIX + projection).setPlace(entry.place());
              added
                  .getValueBuilder()
                  .setText(storage.requireText(projection, "rows"))
                  .setPlace(entry.place());
            });
    storage.finish();
    return target.toBuilder().setParameters(parameters).build();
  }

  /** Forms by projection. */
  public static Map<String, String> of(ComponentRef target) {
    Map<String, String> pins = new LinkedHashMap<>();
    for (ValueMap.Entry entry : target.getParameters().getEntriesList()) {
      if (isPin(entry)) {
        pins.put(entry.getKey().substring(PREFIX.length()), entry.getValue().getText());
      }
    }
    return pins;
  }

  /** The target with the driver's own parameters alone. */
  public static ComponentRef without(ComponentRef target) {
    List<ValueMap.Entry> own =
        target.getParameters().getEntriesList().stream().filter(e -> !isPin(e)).toList();
    return target.toBuilder().setParameters(ValueMap.newBuilder().addAllEntries(own)).build();
  }

  private static boolean isPin(ValueMap.Entry entry) {
    return entry.getKey().startsWith(PREFIX);
  }
}
