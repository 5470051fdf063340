package dev.glia.launcher;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * Names the components that wait for a service: the usual reason why one is not there. The runtime
 * that knows lives inside the framework, so it is asked by reflection.
 */
final class WaitingComponents {

  private static final String RUNTIME =
      "org.osgi.service.component.runtime.ServiceComponentRuntime";
  private static final int UNSATISFIED_REFERENCE = 2;

  private WaitingComponents() {}

  /** A sentence for each unmet need; empty where nothing waits, or nobody can tell. */
  static List<String> describe(BundleContext context) {
    List<String> lines = new ArrayList<>();
    ServiceReference<?> reference = context.getServiceReference(RUNTIME);
    if (reference == null) {
      return lines;
    }
    try {
      Object runtime = context.getService(reference);
      Class<?> type = runtime.getClass().getClassLoader().loadClass(RUNTIME);
      Object all =
          type.getMethod("getComponentDescriptionDTOs", Bundle[].class)
              .invoke(runtime, (Object) new Bundle[0]);
      for (Object component : (Collection<?>) all) {
        Object configurations =
            type.getMethod("getComponentConfigurationDTOs", component.getClass())
                .invoke(runtime, component);
        for (Object configuration : (Collection<?>) configurations) {
          describe(component, configuration, lines);
        }
      }
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      lines.add("(the components could not be asked: " + unknown + ")");
    }
    return lines;
  }

  private static void describe(Object component, Object configuration, List<String> lines)
      throws ReflectiveOperationException {
    if ((int) field(configuration, "state") != UNSATISFIED_REFERENCE) {
      return;
    }
    for (Object waited : (Object[]) field(configuration, "unsatisfiedReferences")) {
      Object name = field(waited, "name");
      for (Object declared : (Object[]) field(component, "references")) {
        if (field(declared, "name").equals(name)) {
          lines.add(field(component, "name") + " waits for " + field(declared, "interfaceName"));
        }
      }
    }
  }

  private static Object field(Object dto, String name) throws ReflectiveOperationException {
    return dto.getClass().getField(name).get(dto);
  }
}
