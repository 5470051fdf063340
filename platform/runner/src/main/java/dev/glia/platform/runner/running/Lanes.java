package dev.glia.platform.runner.running;

import dev.glia.api.data.Sample;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceLostException;
import dev.glia.platform.runner.building.TaskPlan;
import dev.glia.v1.NetworkState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Shows independent samples, as many at once as there are deployments, a thread each. One caller.
 */
final class Lanes implements AutoCloseable {
  private final int size;
  private final BlockingQueue<Lane> idle = new LinkedBlockingQueue<>();
  private final List<Deployment> spares;
  private final ExecutorService threads;
  private volatile boolean closed;

  /**
   * Lanes for the samples of one phase.
   *
   * @param deployments in the state in which the samples begin
   * @param start that state
   * @param spares those of the deployments that are closed in the end
   */
  Lanes(
      TaskPlan task,
      int phase,
      NetworkState start,
      Standing standing,
      List<Deployment> deployments,
      List<Deployment> spares)
      throws DeviceLostException {
    this.spares = spares;
    this.size = deployments.size();
    for (Deployment deployment : deployments) {
      idle.add(new Lane(task, phase, deployment, start, standing, () -> closed));
    }
    threads =
        Executors.newFixedThreadPool(
            size, Thread.ofPlatform().daemon().name("glia-samples-", 1).factory());
  }

  int size() {
    return size;
  }

  /** Shows a sample that begins at a tick, when a lane is free. */
  Future<Shown> show(long tick, long number, Sample sample, int label, Tape tape) {
    return threads.submit(
        () -> {
          if (closed) {
            throw new AbandonedException();
          }
          Lane lane = idle.take();
          try {
            return lane.show(tick, number, sample, label, tape);
          } finally {
            idle.add(lane);
          }
        });
  }

  /** Breaks off what is being shown, and waits until it has. */
  @Override
  public void close() {
    closed = true;
    // Not interrupted: a driver may be in the middle of a block.
    threads.shutdown();
    boolean interrupted = false;
    while (!threads.isTerminated()) {
      try {
        threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    spares.forEach(Deployment::close);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Opens lanes: the run's own deployment and as many more as are useful.
   *
   * @param own in the state in which the samples begin
   * @param most lanes that are wanted
   */
  static Lanes open(
      TaskPlan task,
      int phase,
      NetworkState start,
      Standing standing,
      Deployment own,
      Spares source,
      int most)
      throws DeviceLostException {
    // Lanes don't wait for each other: one for each thread of a deployment beats its threads.
    int threads = own.report().threads();
    boolean joins = threads == 1;
    List<Deployment> spares = source.take(own, joins ? most - 1 : most);
    try {
      if (!joins && spares.size() < threads) {
        spares.forEach(Deployment::close);
        spares = List.of();
      }
      for (Deployment spare : spares) {
        spare.restore(start);
      }
      List<Deployment> all = new ArrayList<>(spares);
      if (joins || spares.isEmpty()) {
        all.add(own);
      }
      return new Lanes(task, phase, start, standing.withoutStimuli(), all, spares);
    } catch (DeviceLostException | RuntimeException | Error e) {
      spares.forEach(Deployment::close);
      throw e;
    }
  }
}
