package dev.glia.launcher.standin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A plugin that can't start. */
public final class FailingActivator implements BundleActivator {

  @Override
  public void start(BundleContext context) {
    throw new IllegalArgumentException("no such device");
  }

  @Override
  public void stop(BundleContext context) {}
}
