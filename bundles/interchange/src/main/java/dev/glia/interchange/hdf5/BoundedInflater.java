package dev.glia.interchange.hdf5;

import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.DeflatePipelineFilter;
import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The filter deflate, for chunks of at most 64 MiB: a chunk that blows up further is refused. */
final class BoundedInflater extends DeflatePipelineFilter {
  private static final int LARGEST = 64 << 20;

  @Override
  public byte[] decode(byte[] compressed, int[] filterData) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      ByteArrayOutputStream out = new ByteArrayOutputStream(compressed.length * 2);
      byte[] block = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(block);
        if (count == 0) {
          throw new HdfFilterException("a compressed chunk is cut off");
        }
        out.write(block, 0, count);
        if (out.size() > LARGEST) {
          throw new HdfFilterException("a chunk inflates to more than " + LARGEST + " bytes");
        }
      }
      return out.toByteArray();
    } catch (DataFormatException damaged) {
      throw new HdfFilterException("a compressed chunk is damaged", damaged);
    } finally {
      inflater.end();
    }
  }
}
