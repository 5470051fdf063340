package dev.glia.drivers.interpreter;

import dev.glia.api.equations.Interpreter;
import dev.glia.api.random.CounterRandom;
import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import java.util.function.IntFunction;

/** The random numbers of one entity after the other, as {@link Streams} defines them. */
final class EntityDraws implements Interpreter.Draws {
  private final Clock clock;
  private final IntFunction<String> streams;
  private final int[] block = new int[4];

  /** The entity whose turn it is. */
  int entity;

  /** Draws of entities whose streams are named by the number of the call site. */
  EntityDraws(Clock clock, IntFunction<String> streams) {
    this.clock = clock;
    this.streams = streams;
  }

  @Override
  public double uniform(int stream) {
    CounterRandom.block(key(stream), entity >> 2, clock.tick, block);
    return CounterRandom.uniform(block[entity & 3]);
  }

  @Override
  public double normal(int stream) {
    return Streams.normal(key(stream), entity, clock.tick);
  }

  @Override
  public double poisson(int stream, double mean) {
    if (!(mean > 0)) {
      return 0;
    }
    return RandomStream.poisson(mean, Streams.poissonUniform(key(stream), entity, clock.tick));
  }

  private long key(int stream) {
    return Streams.key(clock.seed, streams.apply(stream));
  }
}
