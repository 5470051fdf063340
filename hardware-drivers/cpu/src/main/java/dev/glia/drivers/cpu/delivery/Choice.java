package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A form for a projection.
 *
 * @param why in a few words
 * @param bytes expected, of all synapses
 * @param nanosPerEvent expected
 */
public record Choice(Form form, String why, double bytes, double nanosPerEvent) {
  private static Choice of(Form form, Traits traits, String why) {
    return new Choice(form, why, form.bytes(traits), form.nanosPerEvent(traits));
  }

  private static List<Form> possible(Traits traits) {
    return Arrays.stream(Form.values()).filter(form -> form.problem(traits).isEmpty()).toList();
  }

  /** The one that is expected to take the least time. */
  public static Choice fastest(Traits traits) {
    Form form =
        possible(traits).stream()
            .min(Comparator.comparingDouble(f -> f.nanosPerEvent(traits)))
            .orElseThrow();
    return of(form, traits, form.about());
  }

  /** The one that takes the least memory. */
  public static Choice smallest(Traits traits) {
    Form form =
        possible(traits).stream()
            .min(Comparator.comparingDouble(f -> f.bytes(traits)))
            .orElseThrow();
    return of(form, traits, "the fastest form would not fit the memory");
  }

  /**
   * The one that somebody wants.
   *
   * @throws IllegalArgumentException if there is none, or it can't hold such synapses
   */
  public static Choice pinned(String id, Traits traits) {
    Form form =
        Form.of(id)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there's no storage form '%s'; the forms are %s".formatted(id, ids())));
    if (!form.problem(traits).isEmpty()) {
      throw new IllegalArgumentException(
          "it can't be stored as %s: %s; possible are %s"
              .formatted(
                  id,
                  form.problem(traits),
                  possible(traits).stream().map(Form::id).collect(Collectors.joining(", "))));
    }
    return of(form, traits, "pinned");
  }

  private static String ids() {
    return Arrays.stream(Form.values()).map(Form::id).collect(Collectors.joining(", "));
  }
}
