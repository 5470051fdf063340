package dev.glia.drivers.cpu.compile;

/**
 * What a compiled loop works on. Mutable, owned by one thread; the arrays may be shared, then every
 * thread keeps to its slice.
 */
public final class Frame {
  /** Arrays by number. */
  public float[][] arrays;

  /** Values that are the same for all, by slot. */
  public float[] uniforms;

  /** A bit a neuron: those that spike. */
  public long[] bits;

  /** Keys of the random streams. */
  public long[] keys;

  public long tick;
  public int from;
  public int to;
  public int base;
  public int shift;
  public int stride;
  public int outer;
  public int neuron;
  public int[] index;
  public char[] narrow;
  public int[] second;
  public int[] sources;
}
