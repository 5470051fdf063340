package dev.glia.platform.runner.reading;

import dev.glia.api.component.Fault;
import dev.glia.api.units.Dimension;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.UnitException;
import dev.glia.v1.ComponentRef;
import dev.glia.v1.LostPolicy;
import dev.glia.v1.Place;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a run does when it loses its device: {@code stop}, {@code wait 60 s}, {@code fall back
 * to cpu}, or {@code wait 60 s, then fall back to cpu}.
 */
public final class LostPolicyReading {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:wait (?<wait>[^,]+?))?(?:,? *(?:then )?fall back to (?<instead>[A-Za-z0-9:/._-]+))?");
  private static final String HINT =
      "isn't what a run can do. Try wait 60 s, fall back to cpu, wait 60 s, then fall back to cpu,"
          + " or stop.";

  private LostPolicyReading() {}

  /**
   * Reads a policy as it's typed.
   *
   * @throws Fault INPUT if it isn't one
   */
  public static LostPolicy read(String text) {
    Problems problems = new Problems();
    LostPolicy policy = read(text, Place.getDefaultInstance(), "--on-lost", problems);
    problems.throwIfAny();
    return policy;
  }

  static LostPolicy read(String text, Place place, String field, Problems problems) {
    LostPolicy.Builder policy = LostPolicy.newBuilder().setPlace(place);
    String words = text.strip().replaceAll("\\s+", " ");
    if (words.equals("stop")) {
      return policy.build();
    }
    Matcher form = FORM.matcher(words);
    if (words.isEmpty() || !form.matches()) {
      problems.add(place, field, "'" + text + "' " + HINT);
      return policy.build();
    }
    Optional.ofNullable(form.group("wait"))
        .ifPresent(wait -> policy.setWait(seconds(wait, place, field, problems)));
    Optional.ofNullable(form.group("instead"))
        .ifPresent(
            target -> policy.setInstead(ComponentRef.newBuilder().setId(target).setPlace(place)));
    return policy.build();
  }

  private static double seconds(String text, Place place, String field, Problems problems) {
    try {
      Quantity time = Quantity.parse(text);
      if (time.dimension().equals(Dimension.TIME) && time.value() > 0) {
        return time.value();
      }
    } catch (UnitException e) {
      // Said below.
    }
    problems.add(place, field, "'" + text + "' isn't a time. Try wait 60 s.");
    return 0;
  }
}
