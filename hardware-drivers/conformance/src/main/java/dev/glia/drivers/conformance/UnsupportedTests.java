package dev.glia.drivers.conformance;

import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/**
 * Runs the tests that a driver calls unsupported all the same: one that fails is reported as
 * skipped, with the reason; one that passes fails, because the entry is out of date.
 */
final class UnsupportedTests implements InvocationInterceptor {
  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Optional<Unsupported> entry = entry(context);
    if (entry.isEmpty()) {
      invocation.proceed();
      return;
    }
    try {
      invocation.proceed();
    } catch (Exception | AssertionError expected) {
      context.publishReportEntry(entry.get().test(), entry.get().reason());
      throw new TestAbortedException("unsupported: " + entry.get().reason(), expected);
    }
    throw new AssertionError(
        entry.get().test() + " passes: it can be taken off the list of unsupported tests");
  }

  private static Optional<Unsupported> entry(ExtensionContext context) {
    DeviceContract contract =
        context.getRequiredTestInstances().findInstance(DeviceContract.class).orElseThrow();
    String test =
        context.getRequiredTestClass().getSimpleName()
            + "."
            + context.getRequiredTestMethod().getName();
    return contract.unsupported().stream().filter(u -> u.test().equals(test)).findFirst();
  }
}
