package dev.glia.platform.runner.running;

import dev.glia.api.data.Sample;
import dev.glia.api.device.DeviceLostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Samples of one phase that each begin in the same state, shown several at once and reported in
 * their order. Sample {@code k} begins at the phase's first tick plus {@code k} times the ticks
 * that a sample takes at most, so its random numbers are its own. One thread.
 */
final class IndependentPhase {
  /** Samples on their way for each lane, so that none waits for the one whose turn it is. */
  private static final int AHEAD = 2;

  private static final long BETWEEN_QUESTIONS = 100; // ms

  /** What the phase's samples are. */
  interface Samples {
    Sample sample(long number);

    int label(long number, Sample sample);
  }

  /** Takes what became of the samples, in their order. */
  interface Audience {
    /**
     * Asked before each sample.
     *
     * @return whether to go on
     */
    boolean ready(long number) throws DeviceLostException;

    void shown(long number, long began, Shown shown, Reel reel) throws DeviceLostException;

    /** Asked again and again while a sample is waited for; whether to give up. */
    boolean isImpatient();
  }

  private record Pending(long number, long begin, Reel reel, Future<Shown> shown) {}

  private final Lanes lanes;
  private final Samples samples;
  private final Audience audience;
  private final long first;
  private final long stride;
  private final Deque<Reel> blank = new ArrayDeque<>();
  private final Deque<Pending> pending = new ArrayDeque<>();

  /**
   * A phase.
   *
   * @param first tick at which it begins
   * @param stride ticks from one sample's beginning to the next one's
   */
  IndependentPhase(Lanes lanes, Samples samples, Audience audience, long first, long stride) {
    this.lanes = lanes;
    this.samples = samples;
    this.audience = audience;
    this.first = first;
    this.stride = stride;
  }

  /**
   * Shows the samples from one on, up to another.
   *
   * @param reels makes room for what a sample shows
   * @return whether all were shown
   */
  boolean run(long from, long until, Supplier<Reel> reels) throws DeviceLostException {
    long next = from;
    for (long number = from; number < until; number++) {
      if (!audience.ready(number)) {
        return false;
      }
      while (next < until && pending.size() < AHEAD * lanes.size()) {
        begin(next++, blank.isEmpty() ? reels.get() : blank.pop());
      }
      Pending turn = pending.remove();
      Shown shown = await(turn.shown());
      if (shown == null) {
        return audience.ready(number); // it says no, and keeps what there is
      }
      audience.shown(number, turn.begin(), shown, turn.reel());
      blank.push(turn.reel());
    }
    return true;
  }

  private void begin(long number, Reel reel) {
    Sample sample = samples.sample(number);
    long tick = first + number * stride;
    reel.clear();
    Future<Shown> shown = lanes.show(tick, number, sample, samples.label(number, sample), reel);
    pending.add(new Pending(number, tick, reel, shown));
  }

  /** Waits for a sample; null if it takes too long for the audience. */
  private Shown await(Future<Shown> shown) throws DeviceLostException {
    while (true) {
      try {
        return shown.get(BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (audience.isImpatient()) {
          return null;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        if (audience.isImpatient()) { // which takes notice of the interrupt
          return null;
        }
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      }
    }
  }

  private static RuntimeException failure(Throwable cause) throws DeviceLostException {
    switch (cause) {
      case DeviceLostException lost -> throw lost;
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      default -> throw new IllegalStateException(cause);
    }
  }
}
