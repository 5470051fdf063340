package dev.glia.platform.plugins.control;

import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.plugins.PluginInstaller;
import dev.glia.platform.plugins.UserDirectory;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Listens for requests to this container. A container that can't listen (a read-only home, say)
 * works all the same, it can't be spoken to.
 */
@Component(
    service = {},
    immediate = true)
public final class ControlServer {
  static final int MOST_REQUEST_BYTES = 64 * 1024;
  static final int MOST_CONNECTIONS = 8;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SHUTDOWN = Duration.ofSeconds(2);
  private static final System.Logger LOG = System.getLogger(ControlServer.class.getName());

  private final BundleContext context;
  private final BundleAdmission admission;
  private final PluginInstaller installer;
  private final RunFolder folder;
  private final Semaphore connections = new Semaphore(MOST_CONNECTIONS);
  private final Thread listener;
  private volatile ServerSocketChannel server;
  private volatile boolean stopped;

  @Activate
  public ControlServer(
      BundleContext context,
      @Reference BundleAdmission admission,
      @Reference PluginInstaller installer) {
    this.context = context;
    this.admission = admission;
    this.installer = installer;
    this.folder = new RunFolder(UserDirectory.of(context));
    // On its own thread from the beginning: files and sockets aren't worth a wait at boot.
    this.listener = daemon("glia-control", this::listen);
    listener.start();
  }

  @Deactivate
  void deactivate() throws InterruptedException, IOException {
    stopped = true;
    ServerSocketChannel open = server;
    if (open != null) {
      open.close();
    }
    // It may be on its way through this very bundle's removal, which waits for nobody.
    if (!listener.join(SHUTDOWN)) {
      LOG.log(System.Logger.Level.DEBUG, "the control socket's thread is still busy");
    }
  }

  private void listen() {
    ContainerDescription description = null;
    long pid = ProcessHandle.current().pid();
    try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      folder.living();
      Path socket = folder.socketPath(pid);
      channel.bind(UnixDomainSocketAddress.of(socket));
      if (RunFolder.isPosix()) {
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
      }
      description = folder.publish(pid, socket);
      server = channel;
      while (!stopped) {
        accept(channel, description.token());
      }
    } catch (ClosedChannelException end) {
      LOG.log(System.Logger.Level.DEBUG, "the control socket is closed");
    } catch (IOException | RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "other glia commands can''t reach this container: {0}",
          e.toString());
    } finally {
      if (description != null) {
        folder.withdraw(description);
      }
    }
  }

  private void accept(ServerSocketChannel channel, String token) throws IOException {
    SocketChannel connection = channel.accept();
    if (connections.tryAcquire()) {
      daemon("glia-control-request", () -> serve(connection, token)).start();
    } else {
      connection.close();
    }
  }

  private void serve(SocketChannel connection, String token) {
    try (TimedChannel channel = new TimedChannel(connection)) {
      channel.within(PATIENCE);
      byte[] request = Frames.read(channel, MOST_REQUEST_BYTES);
      byte[] reply = new ControlRequests(context, admission, installer, token).answer(request);
      channel.within(PATIENCE);
      Frames.write(channel, reply);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a request was dropped: {0}", e.getMessage());
    } finally {
      connections.release();
    }
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(name)
            .inheritInheritableThreadLocals(false)
            .unstarted(work);
    thread.setContextClassLoader(ControlServer.class.getClassLoader());
    return thread;
  }
}
