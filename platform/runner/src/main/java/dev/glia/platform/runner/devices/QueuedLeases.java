package dev.glia.platform.runner.devices;

import dev.glia.api.component.Fault;
import dev.glia.api.device.Device;
import dev.glia.v1.DeviceClaim;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Leases that are claims in queues. In a container they're kept in files, below the user's
 * directory ({@code GLIA_HOME}) or in the folder that {@code GLIA_LEASES} names: users of one
 * machine who share its boards share that folder.
 */
@Component(service = DeviceLeases.class)
public final class QueuedLeases implements DeviceLeases {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final long POLL = 250; // ms
  private static final DeviceLease SHARED = new Unneeded();

  private final Function<String, ClaimsQueue> queues;
  private final Duration timeout;
  private final Claimant claimant = new Claimant();
  private final SecureRandom random = new SecureRandom();

  /** Called by Declarative Services. */
  @Activate
  public QueuedLeases(BundleContext context) {
    this(folder(context), TIMEOUT);
  }

  /**
   * Leases in a folder.
   *
   * @param timeout silence after which a claim is void; whole seconds, as heartbeats take one
   */
  public QueuedLeases(Path directory, Duration timeout) {
    this(key -> new ClaimsFile(directory, key), timeout);
  }

  private QueuedLeases(Function<String, ClaimsQueue> queues, Duration timeout) {
    this.queues = queues;
    this.timeout = timeout;
  }

  /** Leases among the threads of this process, for programs that use the runner on their own. */
  public static QueuedLeases inProcess() {
    Map<String, ClaimsQueue> all = new ConcurrentHashMap<>();
    return new QueuedLeases(key -> all.computeIfAbsent(key, k -> new ClaimsInMemory()), TIMEOUT);
  }

  private static Path folder(BundleContext context) {
    String shared = System.getenv("GLIA_LEASES");
    if (shared != null && !shared.isBlank()) {
      return Path.of(shared);
    }
    return Optional.ofNullable(context.getProperty("glia.user"))
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".glia"))
        .resolve("leases");
  }

  @Override
  public DeviceLease take(String driver, Device device, String purpose, Patience patience) {
    if (device.isShared()) {
      return SHARED;
    }
    ClaimsQueue queue = queue(driver, device);
    DeviceClaim ours = claimant.claim(random.nextLong(), purpose, timeout);
    try {
      await(queue, ours, patience, driver + ":" + device.id());
    } catch (RuntimeException e) {
      leave(queue, ours.getToken());
      throw e;
    }
    return new QueuedLease(queue, ours.getToken(), timeout);
  }

  private void await(ClaimsQueue queue, DeviceClaim ours, Patience patience, String device) {
    Silence silence = new Silence();
    while (true) {
      List<DeviceClaim> now = queue.change(before -> join(before, ours, silence));
      List<Claim> ahead =
          now.stream()
              .takeWhile(claim -> claim.getToken() != ours.getToken())
              .map(Claimant::of)
              .toList();
      if (ahead.isEmpty()) {
        return;
      }
      if (!patience.waitOn(ahead)) {
        throw taken(device, ahead);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(POLL);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw taken(device, ahead);
      }
    }
  }

  /** Leaves out those who are gone, and lets the others know that we're here. */
  private static List<DeviceClaim> join(
      List<DeviceClaim> before, DeviceClaim ours, Silence silence) {
    List<DeviceClaim> after = new ArrayList<>();
    boolean queued = false;
    for (DeviceClaim claim : before) {
      if (claim.getToken() == ours.getToken()) {
        after.add(heard(claim, after.isEmpty()));
        queued = true;
      } else if (!silence.isVoid(claim)) {
        after.add(claim);
      }
    }
    if (!queued) {
      after.add(heard(ours, after.isEmpty()));
    }
    return after;
  }

  private static DeviceClaim heard(DeviceClaim claim, boolean first) {
    long now = System.currentTimeMillis();
    DeviceClaim.Builder heard = claim.toBuilder().setHeard(now);
    if (first && claim.getTaken() == 0) {
      heard.setTaken(now);
    }
    return heard.build();
  }

  static void leave(ClaimsQueue queue, long token) {
    queue.change(before -> before.stream().filter(claim -> claim.getToken() != token).toList());
  }

  private static Fault taken(String device, List<Claim> ahead) {
    String others =
        ahead.size() == 1 ? "" : ", and " + (ahead.size() - 1) + " more wait for it already";
    return new Fault(
        Fault.Kind.EXTERNAL,
        device
            + " is used by "
            + ahead.getFirst().sentence()
            + others
            + ". Try again when that is done, or choose another device; `glia devices` shows all.");
  }

  @Override
  public List<Claim> claims(String driver, Device device) {
    if (device.isShared()) {
      return List.of();
    }
    return queue(driver, device).read().stream()
        .filter(claim -> !Claimant.isGone(claim))
        .map(Claimant::of)
        .toList();
  }

  private ClaimsQueue queue(String driver, Device device) {
    String id =
        device.isInProcess() ? device.id() + "@" + ProcessHandle.current().pid() : device.id();
    return queues.apply(
        driver + "-" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("*", "%2A"));
  }

  /** What a shared device needs: nothing. */
  private static final class Unneeded implements DeviceLease {
    @Override
    public boolean isHeld() {
      return true;
    }

    @Override
    public void name(String purpose) {
      // nobody asks
    }

    @Override
    public void close() {
      // nobody waits
    }
  }
}
