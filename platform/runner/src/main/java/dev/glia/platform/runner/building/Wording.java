package dev.glia.platform.runner.building;

import dev.glia.v1.ComponentRef;
import dev.glia.v1.Intervention;
import dev.glia.v1.LearningSpec;
import dev.glia.v1.NeuronRange;
import dev.glia.v1.Stimulation;
import dev.glia.v1.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What interventions are called where people read of them: {@code set cells.tau_m = 15 ms}. */
public final class Wording {
  private Wording() {}

  /** A few words. */
  public static String of(Intervention what) {
    return switch (what.getKindCase()) {
      case TARGET -> {
        int threads = what.getTarget().getThreads();
        String with =
            threads == 0 ? "" : " with " + threads + (threads == 1 ? " thread" : " threads");
        yield "swap to " + what.getTarget().getTarget().getId() + with;
      }
      case MODELS -> "swap " + String.join(", ", swapped(what));
      case SET ->
          "set "
              + what.getSet().getValues().getEntriesList().stream()
                  .map(entry -> entry.getKey() + " = " + text(entry.getValue()))
                  .collect(Collectors.joining(", "));
      case STIMULATION -> stimulation(what.getStimulation());
      case LESION -> {
        List<String> parts = new ArrayList<>(what.getLesion().getProjectionsList());
        what.getLesion().getNeuronsList().forEach(each -> parts.add(text(each)));
        yield "lesion of " + String.join(", ", parts);
      }
      case KIND_NOT_SET -> "nothing";
    };
  }

  private static List<String> swapped(Intervention what) {
    List<String> parts = new ArrayList<>();
    what.getModels()
        .getModelsList()
        .forEach(each -> parts.add(each.getPopulation() + " to " + text(each.getModel())));
    what.getModels()
        .getRulesList()
        .forEach(
            each ->
                parts.add(
                    each.getProjection()
                        + " to "
                        + (each.getRulesCount() == 0
                            ? "no rule"
                            : each.getRulesList().stream()
                                .map(LearningSpec::getRule)
                                .map(Wording::text)
                                .collect(Collectors.joining(" and ")))));
    return parts;
  }

  private static String stimulation(Stimulation what) {
    String how =
        switch (what.getKindCase()) {
          case SPIKES -> what.getSpikes() + " forced spikes";
          case RATE -> "forced spikes at " + number(what.getRate()) + " Hz";
          case CURRENT -> "a current of " + text(what.getCurrent());
          case KIND_NOT_SET -> "nothing";
        };
    return how + " in " + text(what.getNeurons()) + " for " + milliseconds(what.getDuration());
  }

  private static String text(ComponentRef reference) {
    String range = reference.getVersionRange();
    int comma = range.indexOf(',');
    boolean exact =
        comma > 0
            && range.substring(1, comma).equals(range.substring(comma + 1, range.length() - 1));
    String version = exact ? range.substring(1, comma) : range;
    return reference.getId() + (version.isEmpty() ? "" : "@" + version);
  }

  private static String text(NeuronRange range) {
    if (range.getCount() == 0) {
      return range.getPopulation() + (range.getFirst() == 0 ? "" : "[" + range.getFirst() + "..]");
    }
    int last = range.getFirst() + range.getCount() - 1;
    return range.getPopulation()
        + "["
        + range.getFirst()
        + (range.getCount() == 1 ? "" : ".." + last)
        + "]";
  }

  private static String text(Value value) {
    return switch (value.getKindCase()) {
      case QUANTITY -> Numbers.quantity(value.getQuantity()).toString();
      case TEXT -> value.getText();
      case TRUTH -> String.valueOf(value.getTruth());
      case LIST -> value.getList().getItemsCount() + " values";
      case MAP ->
          value.getMap().getEntriesCount() == 1
              ? value.getMap().getEntries(0).getKey() + " values"
              : "values";
      case KIND_NOT_SET -> "nothing";
    };
  }

  /** A time as people read it: {@code 12.5 ms}. */
  public static String milliseconds(double seconds) {
    return number(Math.round(seconds * 1e9) * 1e-6) + " ms";
  }

  /** How long something took, to a tenth of a millisecond. */
  public static String took(double seconds) {
    return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
