package dev.glia.platform.testkit.standin;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Stands in for the command line's bundle: says what it was given, returns the number of arguments,
 * and can wait or fail on request.
 */
public final class StandInCommand implements BundleActivator, ToIntFunction<String[]> {

  private BundleContext context;

  @Override
  public void start(BundleContext context) {
    this.context = context;
    Dictionary<String, Object> properties = new Hashtable<>();
    properties.put("glia.command", "main");
    context.registerService(ToIntFunction.class.getName(), this, properties);
  }

  @Override
  public void stop(BundleContext context) {
    System.out.println("stopped");
  }

  @Override
  public int applyAsInt(String[] arguments) {
    System.out.println("arguments " + String.join("|", arguments));
    if (arguments.length > 0) {
      switch (arguments[0]) {
        case "bundles" -> listBundles();
        case "fail" -> throw new IllegalStateException("failed on request");
        case "wait" -> waitForInterruption();
        default -> {}
      }
    }
    return arguments.length;
  }

  private void listBundles() {
    for (Bundle bundle : context.getBundles()) {
      String state = bundle.getState() == Bundle.ACTIVE ? "active" : "not active";
      System.out.println(bundle.getSymbolicName() + " " + bundle.getVersion() + " " + state);
    }
  }

  private static void waitForInterruption() {
    System.out.println("waiting");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      System.out.println("cleaned up");
    }
  }
}
