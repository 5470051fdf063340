package dev.glia.launcher;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/**
 * Hands the arguments to the command, and returns what it returns.
 *
 * <p>The command is the service of type {@link ToIntFunction} with the property {@code
 * glia.command=main}. It gets the arguments as a {@code String[]} on the JVM's main thread, may
 * block as long as it likes, and returns the exit code. When the user presses Ctrl-C its thread is
 * interrupted; it then has ten seconds to clean up and return. An exception that it lets out is
 * reported as an internal fault.
 */
final class CommandLine {

  private static final String FILTER =
      "(&(objectClass=java.util.function.ToIntFunction)(glia.command=main))";

  private static final long WAIT_SECONDS = 10;

  private final BundleContext context;
  private final BootReport report;
  private final PrintStream err;

  CommandLine(BundleContext context, BootReport report, PrintStream err) {
    this.context = context;
    this.report = report;
    this.err = err;
  }

  int run(String[] args) {
    try {
      ServiceReference<?> reference = await();
      if (reference == null) {
        explainAbsence();
        return Launcher.INTERNAL_FAULT;
      }
      @SuppressWarnings("unchecked") // the contract above
      ToIntFunction<String[]> command = (ToIntFunction<String[]>) context.getService(reference);
      return command.applyAsInt(args);
    } catch (InterruptedException interrupted) {
      return Interruption.EXIT_CODE;
    } catch (RuntimeException | LinkageError fault) {
      err.println("glia: internal fault: " + fault);
      fault.printStackTrace(err);
      return Launcher.INTERNAL_FAULT;
    }
  }

  /** The command; null if it doesn't come. Nothing is waited for where a platform bundle failed. */
  private ServiceReference<?> await() throws InterruptedException {
    CountDownLatch registered = new CountDownLatch(1);
    ServiceListener listener =
        event -> {
          if (event.getType() == ServiceEvent.REGISTERED) {
            registered.countDown();
          }
        };
    try {
      Filter filter = FrameworkUtil.createFilter(FILTER);
      context.addServiceListener(listener, FILTER);
      ServiceReference<?> there = find(filter);
      if (there == null && !report.platformBroken()) {
        registered.await(WAIT_SECONDS, TimeUnit.SECONDS);
        there = find(filter);
      }
      return there;
    } catch (InvalidSyntaxException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      context.removeServiceListener(listener);
    }
  }

  private ServiceReference<?> find(Filter filter) throws InvalidSyntaxException {
    ServiceReference<?>[] found = context.getAllServiceReferences(null, filter.toString());
    return found == null ? null : found[0];
  }

  private void explainAbsence() {
    err.println("glia: no bundle offers the command line (a service " + FILTER + ").");
    List<String> waiting = WaitingComponents.describe(context);
    waiting.forEach(line -> err.println("  " + line));
    if (report.problems().isEmpty() && waiting.isEmpty()) {
      err.println("  All bundles have started: is the command line's bundle in the container?");
    }
  }
}
