package dev.glia.platform.plugins;

import dev.glia.api.component.Fault;
import dev.glia.platform.plugins.control.ControlConnection;
import dev.glia.v1.BundleInfo;
import dev.glia.v1.ControlRequest;
import dev.glia.v1.InstallPlugin;
import dev.glia.v1.Intervene;
import dev.glia.v1.Intervention;
import dev.glia.v1.ListBundles;
import dev.glia.v1.ListRuns;
import dev.glia.v1.RemovePlugin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Another running container of the same user, asked over its local socket. Each call is a
 * connection of its own; safe for any thread.
 *
 * <p>A change in one container is written to the list that later ones load; containers that run
 * already have to be told one by one, which is harmless where the change was made before.
 */
public final class ContainerClient {
  private static final Duration FOR_CHANGES = Duration.ofMinutes(2);
  private static final Duration FOR_LISTING = Duration.ofSeconds(10);

  private final ControlConnection connection;

  private ContainerClient(ControlConnection connection) {
    this.connection = connection;
  }

  /**
   * The containers that run now on this machine, without the one that asks. Deletes what dead ones
   * have left behind.
   */
  public static List<ContainerClient> running(Path userDirectory) {
    return ControlConnection.toOthers(userDirectory).stream().map(ContainerClient::new).toList();
  }

  /** Its process. */
  public long pid() {
    return connection.pid();
  }

  /**
   * Installs a plugin there, as {@link PluginInstaller#install} does.
   *
   * @return one line for people
   * @throws Fault INPUT with the container's refusal; EXTERNAL if it doesn't answer
   */
  public String install(Path jar) {
    InstallPlugin install =
        InstallPlugin.newBuilder().setJar(jar.toAbsolutePath().toString()).build();
    return connection
        .ask(ControlRequest.newBuilder().setInstall(install), FOR_CHANGES)
        .getMessage();
  }

  /**
   * Removes a plugin there, as {@link PluginInstaller#remove} does.
   *
   * @param version empty if only one is installed
   * @return one line for people
   * @throws Fault INPUT with the container's refusal; EXTERNAL if it doesn't answer
   */
  public String remove(String symbolicName, String version) {
    RemovePlugin remove =
        RemovePlugin.newBuilder().setSymbolicName(symbolicName).setVersion(version).build();
    return connection.ask(ControlRequest.newBuilder().setRemove(remove), FOR_CHANGES).getMessage();
  }

  /**
   * Ids of the runs that go on there.
   *
   * @throws Fault EXTERNAL if it doesn't answer; INPUT if it knows no runs
   */
  public List<String> runs() {
    return connection
        .ask(ControlRequest.newBuilder().setListRuns(ListRuns.getDefaultInstance()), FOR_LISTING)
        .getRunsList();
  }

  /**
   * Changes a run that goes on there, at its next tick boundary, and waits for that.
   *
   * @return one line for people
   * @throws Fault INPUT with the reason if the run stays as it was; EXTERNAL if it doesn't answer
   */
  public String intervene(String run, Intervention what, Duration within) {
    Intervene intervene = Intervene.newBuilder().setRun(run).setWhat(what).build();
    return connection.ask(ControlRequest.newBuilder().setIntervene(intervene), within).getMessage();
  }

  /**
   * Its bundles with what they offer and how often that is leased. The state is that of OSGi in
   * lower case, or {@code leaving}.
   *
   * @throws Fault EXTERNAL if it doesn't answer
   */
  public List<BundleInfo> bundles() {
    return connection
        .ask(
            ControlRequest.newBuilder().setListBundles(ListBundles.getDefaultInstance()),
            FOR_LISTING)
        .getBundlesList();
  }
}
