package dev.glia.drivers.cpu.delivery;

import java.util.Arrays;

/** Fills {@link BitRows}: threads write the bits of their sources, and keep what didn't fit. */
final class BitRowsBuilder {
  private final SynapseDraw draw;
  private final int[] bounds;
  private final long[][] bits;
  private final int[] strides;

  BitRowsBuilder(SynapseDraw draw, int[] bounds) {
    this.draw = draw;
    this.bounds = bounds;
    bits = new long[bounds.length - 1][];
    strides = new int[bits.length];
    for (int s = 0; s < bits.length; s++) {
      int width = bounds[s + 1] - bounds[s];
      strides[s] = BitRows.stride(width);
      bits[s] = new long[Math.toIntExact(BitRows.words(draw.sources(), width))];
    }
  }

  Synapses[] build() {
    RowsBuilder[] repeats = new RowsBuilder[bits.length];
    for (int s = 0; s < bits.length; s++) {
      repeats[s] =
          new RowsBuilder(bounds[s], bounds[s + 1], draw.sources(), false, false, false, 0);
    }
    Drawing.all(
        draw,
        Work::new,
        (RowsChunk[] chunks) -> {
          for (int s = 0; s < chunks.length; s++) {
            repeats[s].append(chunks[s]);
          }
        });
    Synapses[] slices = new Synapses[bits.length];
    for (int s = 0; s < slices.length; s++) {
      Rows rows = repeats[s].build(draw.sharedWeight(), 0);
      slices[s] =
          new BitRows(
              bounds[s],
              bounds[s + 1] - bounds[s],
              draw.sources(),
              draw.sharedWeight(),
              bits[s],
              rows.count() == 0 ? null : rows);
    }
    return slices;
  }

  /** One thread's part. */
  private final class Work implements Drawing.Work<RowsChunk[]> {
    private final RowsChunk[] repeats = new RowsChunk[bits.length];

    Work() {
      Arrays.setAll(repeats, s -> new RowsChunk(bounds[s], bounds[s + 1], false, false));
    }

    @Override
    public RowsChunk[] draw(SynapseDraw draw, int from, int to) {
      for (RowsChunk chunk : repeats) {
        chunk.clear();
      }
      for (int source = from; source < to; source++) {
        draw.row(source);
        int k = 0;
        for (int s = 0; s < repeats.length; s++) {
          k = fill(draw, source, s, k);
        }
      }
      return repeats;
    }

    /** Writes a slice's part of a row; returns where the next slice's begins. */
    private int fill(SynapseDraw draw, int source, int slice, int first) {
      RowsChunk more = repeats[slice];
      more.beginSource(0);
      long[] words = bits[slice];
      int row = source * strides[slice];
      int from = bounds[slice];
      int k = first;
      int last = -1;
      for (; k < draw.size() && draw.target(k) < bounds[slice + 1]; k++) {
        int target = draw.target(k);
        if (target == last) {
          more.grow(draw.size());
          more.add(target, 0);
        } else {
          words[row + (target - from >>> 6)] |= 1L << (target - from);
        }
        last = target;
      }
      return k;
    }
  }
}
