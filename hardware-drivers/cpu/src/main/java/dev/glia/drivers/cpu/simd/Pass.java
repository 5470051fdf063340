package dev.glia.drivers.cpu.simd;

/**
 * What is computed array by array between the loops of a compiled program: functions that are too
 * long to be inlined many times, and random numbers.
 *
 * <p>Each exists as a scalar loop and as a vector loop with bit-identical results. The scalar one
 * runs at once; {@link WarmUp} replaces it when the vector one has been compiled and is faster.
 */
public enum Pass {
  EXP,
  LOG,
  SIN,
  COS,
  TANH,
  EXPIT,
  EXPREL,
  FLOOR,
  POW,
  UNIFORM,
  NORMAL,
  POISSON,
  /** Counts whose mean is the same for all neurons. */
  SHARED_POISSON;

  /** Numbers after which it's worth having the vector form. */
  private static final long WORTH_IT = 500_000;

  private boolean vector;
  private long numbers;

  /** What a pass works on. Mutable, owned by one thread. */
  public static final class Operands {
    public float[] first;
    public float[] second;
    public float[] out;
    public int length;
    public long key;
    public long tick;

    /** Neuron of the first element. */
    public int from;

    public PoissonTable table;

    private long[] words = {};

    /** Room for random words: a long a number, and those of half a group of 32. */
    private long[] words() {
      if (words.length < length + 16) {
        words = new long[length + 16];
      }
      return words;
    }
  }

  /** Runs it, in whatever form is the faster by now. */
  public void run(Operands o) {
    if (vector) {
      runVector(o);
      return;
    }
    runScalar(o);
    numbers += o.length; // may lose counts to other threads, which is harmless
    if (numbers > WORTH_IT) {
      numbers = Long.MIN_VALUE;
      if (hasVectorForm() && VectorSupport.isAvailable()) {
        WarmUp.request(new Rehearsal());
      }
    }
  }

  boolean hasVectorForm() {
    return this != POW && this != POISSON;
  }

  /** Whether the vector form has taken over. */
  public boolean isVector() {
    return vector;
  }

  /** Runs both forms on arrays of its own. */
  private final class Rehearsal implements WarmUp.Candidate {
    private static final double LARGE_MEAN = 8;

    private static final double SMALL_MEAN = 1;

    private final Operands operands = new Operands();
    private final PoissonTable small = new PoissonTable();
    private final PoissonTable large = new PoissonTable();
    private final long unsureTick; // of the large mean
    private final long otherUnsureTick; // of the small one
    private long turn;

    Rehearsal() {
      operands.first = new float[WarmUp.MANY];
      operands.out = new float[WarmUp.MANY];
      small.prepare(SMALL_MEAN);
      large.prepare(LARGE_MEAN);
      for (int i = 0; i < WarmUp.MANY; i++) {
        operands.first[i] = 0.1f * (i + 1) - 6;
      }
      operands.first[20] = 1e6f; // too large to be turned
      unsureTick = Pass.this == SHARED_POISSON ? tickWithOpenCount(large) : 0;
      otherUnsureTick = Pass.this == SHARED_POISSON ? tickWithOpenCount(small) : 0;
    }

    @Override
    public void rehearse(boolean asVector, int calls, int length) {
      operands.length = length;
      for (int i = 0; i < calls; i++) {
        turn += length > 0 ? 1 : 0;
        boolean open = turn % 4 < 2;
        rehearse(asVector, turn % 2 == 0, open);
        if (length == 0) {
          rehearse(asVector, turn % 2 != 0, open); // small and large means go different ways
        }
      }
    }

    private void rehearse(boolean asVector, boolean largeMean, boolean open) {
      operands.table = largeMean ? large : small;
      operands.tick = !open ? turn : largeMean ? unsureTick : otherUnsureTick;
      if (asVector) {
        runVector(operands);
      } else {
        runScalar(operands);
      }
    }

    /** A tick at which sixteen bits leave open a count of the first neurons, which is rare. */
    private long tickWithOpenCount(PoissonTable table) {
      long tick = 0;
      while (!hasOpenCount(table, tick)) {
        tick++;
      }
      return tick;
    }

    private boolean hasOpenCount(PoissonTable table, long tick) {
      for (int neuron = 0; neuron < Padding.LANES; neuron++) {
        if (!table.isDecidedBy(Draws.poissonBits(operands.key, tick, neuron))) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void useVector() {
      vector = true;
    }
  }

  void runVector(Operands o) {
    switch (this) {
      case EXP -> VectorMath.exp(o.first, o.out, o.length);
      case LOG -> VectorMath.log(o.first, o.out, o.length);
      case SIN -> VectorMath.sin(o.first, o.out, o.length);
      case COS -> VectorMath.cos(o.first, o.out, o.length);
      case TANH -> VectorMath.tanh(o.first, o.out, o.length);
      case EXPIT -> VectorMath.expit(o.first, o.out, o.length);
      case EXPREL -> VectorMath.exprel(o.first, o.out, o.length);
      case FLOOR -> VectorMath.floor(o.first, o.out, o.length);
      case UNIFORM -> VectorDraws.uniforms(o.key, o.tick, o.from, o.length, o.out);
      case NORMAL -> VectorDraws.normals(o.key, o.tick, o.from, o.length, o.words(), o.out);
      case SHARED_POISSON ->
          VectorDraws.poissons(o.key, o.tick, o.from, o.length, o.table, o.words(), o.out);
      default -> runScalar(o);
    }
  }

  void runScalar(Operands o) {
    switch (this) {
      case EXP -> ScalarPasses.exp(o.first, o.out, o.length);
      case LOG -> ScalarPasses.log(o.first, o.out, o.length);
      case SIN -> ScalarPasses.sin(o.first, o.out, o.length);
      case COS -> ScalarPasses.cos(o.first, o.out, o.length);
      case TANH -> ScalarPasses.tanh(o.first, o.out, o.length);
      case EXPIT -> ScalarPasses.expit(o.first, o.out, o.length);
      case EXPREL -> ScalarPasses.exprel(o.first, o.out, o.length);
      case FLOOR -> ScalarPasses.floor(o.first, o.out, o.length);
      case POW -> ScalarPasses.pow(o.first, o.second, o.out, o.length);
      case UNIFORM -> Draws.uniforms(o.key, o.tick, o.from, o.length, o.out);
      case NORMAL -> Draws.normals(o.key, o.tick, o.from, o.length, o.out);
      case POISSON -> Draws.poissons(o.key, o.tick, o.from, o.length, o.first, o.out);
      case SHARED_POISSON -> Draws.poissons(o.key, o.tick, o.from, o.length, o.table, o.out);
    }
  }
}
