package dev.glia.drivers.rram.host;

import dev.glia.api.device.DeviceException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Controllers that were started on demand. One that was given back is lent again, with another die:
 * starting one takes half a second. Safe for any thread.
 */
@Component(service = VirtualMacros.class)
public final class VirtualMacros implements AutoCloseable {
  private static final int MOST_IDLE = 2;

  private final Deque<VirtualMacro> idle = new ArrayDeque<>();
  private final Set<VirtualMacro> lent = new HashSet<>();
  private boolean closed;

  /** A connection to a controller of one's own. */
  public Loan take() throws DeviceException {
    VirtualMacro macro = idle();
    if (macro == null) {
      macro = VirtualMacro.start();
    }
    synchronized (this) {
      if (closed) {
        macro.close();
        throw new DeviceException("the driver is being stopped");
      }
      lent.add(macro);
    }
    try {
      return new Loan(this, macro, CrossbarClient.connect("virtual", macro.socket()));
    } catch (DeviceException e) {
      discard(macro);
      throw e;
    }
  }

  private synchronized VirtualMacro idle() {
    while (!idle.isEmpty()) {
      VirtualMacro macro = idle.pop();
      if (macro.isAlive()) {
        return macro;
      }
      macro.close();
    }
    return null;
  }

  private synchronized void giveBack(VirtualMacro macro) {
    lent.remove(macro);
    if (closed || idle.size() >= MOST_IDLE || !macro.isAlive()) {
      macro.close();
    } else {
      idle.push(macro);
    }
  }

  private synchronized void discard(VirtualMacro macro) {
    lent.remove(macro);
    macro.close();
  }

  /** Ends all controllers, lent ones as well. */
  @Override
  @Deactivate
  public synchronized void close() {
    closed = true;
    idle.forEach(VirtualMacro::close);
    lent.forEach(VirtualMacro::close);
    idle.clear();
    lent.clear();
  }

  /** A controller that is ours until it's closed. */
  public static final class Loan implements AutoCloseable {
    private final VirtualMacros owner;
    private final VirtualMacro macro;
    private final CrossbarClient client;

    Loan(VirtualMacros owner, VirtualMacro macro, CrossbarClient client) {
      this.owner = owner;
      this.macro = macro;
      this.client = client;
    }

    public CrossbarClient client() {
      return client;
    }

    /** Of the controller's process. */
    public long pid() {
      return macro.pid();
    }

    /** An array that gives the controller back when it's closed. */
    public CrossbarClient array() {
      client.whenClosed(this::giveBack);
      return client;
    }

    @Override
    public void close() {
      client.close();
      giveBack();
    }

    private void giveBack() {
      if (client.isLost()) {
        owner.discard(macro);
      } else {
        owner.giveBack(macro);
      }
    }
  }
}
