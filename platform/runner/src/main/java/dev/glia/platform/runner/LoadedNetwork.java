package dev.glia.platform.runner;

import dev.glia.api.device.Deployment;
import dev.glia.v1.ComponentLease;
import java.util.List;

/** A network on a device together with the leases that it needs. One thread. */
public final class LoadedNetwork implements AutoCloseable {
  private final Deployment deployment;
  private final List<ComponentLease> components;
  private final AutoCloseable leases;

  /**
   * A loaded network.
   *
   * @param components what each reference was resolved to
   * @param leases closed after the deployment
   */
  public LoadedNetwork(
      Deployment deployment, List<ComponentLease> components, AutoCloseable leases) {
    this.deployment = deployment;
    this.components = List.copyOf(components);
    this.leases = leases;
  }

  public Deployment deployment() {
    return deployment;
  }

  public List<ComponentLease> components() {
    return components;
  }

  @Override
  public void close() {
    try (leases) {
      deployment.close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
