package dev.glia.platform.runner.building;

import dev.glia.api.analysis.Analyzer;
import dev.glia.api.component.Parameters;
import dev.glia.api.device.Fit;
import dev.glia.api.device.Forecast;
import dev.glia.api.device.HardwareDriver;
import dev.glia.api.network.Network;
import dev.glia.v1.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An experiment with all its components, checked.
 *
 * @param ticks of the whole run; with a task, without knowledge of how large its data set is
 * @param task absent in experiments that just run for a time
 * @param device wanted device of the driver; empty for any
 * @param pinned what the experiment gives the driver, by parameter
 * @param forecast how the target would store the projections
 * @param notes what a person should know
 * @param bytes estimate of the memory that it takes
 */
public record Resolution(
    Network network,
    Timeline timeline,
    Records records,
    long ticks,
    Optional<TaskPlan> task,
    List<Analysis> analyses,
    HardwareDriver driver,
    String device,
    Map<String, String> pinned,
    Place targetPlace,
    Fit fit,
    Forecast forecast,
    List<String> notes,
    long bytes) {
  public Resolution {
    analyses = List.copyOf(analyses);
    notes = List.copyOf(notes);
    pinned = Map.copyOf(pinned);
  }

  /** An analyzer with its parameters. */
  public record Analysis(Analyzer analyzer, Parameters parameters, String field, Place place) {}
}
