package dev.glia.platform.plugins.install;

import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/**
 * Asks the runtime of Declarative Services which components of a bundle didn't come up, and why.
 */
final class ComponentProblems {
  private final Optional<ServiceComponentRuntime> runtime;

  ComponentProblems(Optional<ServiceComponentRuntime> runtime) {
    this.runtime = runtime;
  }

  /** The first problem, as a phrase. */
  Optional<String> of(Bundle bundle) {
    if (runtime.isEmpty()) {
      return Optional.empty();
    }
    for (ComponentDescriptionDTO component : runtime.get().getComponentDescriptionDTOs(bundle)) {
      for (ComponentConfigurationDTO state :
          runtime.get().getComponentConfigurationDTOs(component)) {
        if (state.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
          return Optional.of("its component " + component.name + " fails: " + last(state.failure));
        }
        if (state.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
          return Optional.of(
              "its component "
                  + component.name
                  + " waits for a service that nobody offers"
                  + name(state.unsatisfiedReferences));
        }
      }
    }
    return Optional.empty();
  }

  private static String name(UnsatisfiedReferenceDTO[] references) {
    return references == null || references.length == 0
        ? ""
        : ": " + references[0].name + (references[0].target == null ? "" : references[0].target);
  }

  /** A stack trace's innermost cause, or its first line. */
  private static String last(String trace) {
    if (trace == null) {
      return "the log says why";
    }
    String reason = trace.lines().findFirst().orElse("");
    for (String line : trace.lines().toList()) {
      reason = line.startsWith("Caused by: ") ? line.substring("Caused by: ".length()) : reason;
    }
    return reason;
  }
}
