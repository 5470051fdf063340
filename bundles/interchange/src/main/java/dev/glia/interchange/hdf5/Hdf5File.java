package dev.glia.interchange.hdf5;

import dev.glia.interchange.hdf5.Hdf5Item.Dataset;
import dev.glia.interchange.hdf5.Hdf5Item.Group;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes HDF5 files: groups, data sets and attributes with numbers, texts of variable length and
 * references, which jHDF doesn't write. The same content gives the same bytes.
 *
 * <p>By the HDF5 file format specification 3.0: superblock version 2, object headers version 2 with
 * their links inside, contiguous data. Objects are laid out in two passes: sizes first, which don't
 * depend on addresses, then bytes.
 */
public final class Hdf5File {
  static final long UNDEFINED = -1;

  private static final int SUPERBLOCK = 48;
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

  private final Map<Hdf5Item, Long> addresses = new IdentityHashMap<>();
  private final Map<Dataset, Long> dataAddresses = new IdentityHashMap<>();
  private final GlobalHeap heap = new GlobalHeap();

  private Hdf5File() {}

  /** The bytes of a file with this root group. */
  public static byte[] bytes(Group root) {
    return new Hdf5File().write(root);
  }

  private byte[] write(Group root) {
    long end = place(root, SUPERBLOCK);
    heap.seal(end);
    Bytes out = new Bytes();
    out.put(SIGNATURE).u8(2).u8(8).u8(8).u8(0);
    out.u64(0).u64(UNDEFINED).u64(end + heap.size()).u64(addresses.get(root));
    out.u32(Lookup3.hash(out.toArray()));
    put(root, out);
    heap.put(out);
    return out.toArray();
  }

  /** Gives an item and all below it their places; returns the end. */
  private long place(Hdf5Item item, long at) {
    addresses.put(item, at);
    item.attributes().values().forEach(this::keepTexts);
    if (item instanceof Dataset dataset) {
      keepTexts(dataset.data());
    }
    long next = at + new ObjectHeader(this).of(item).length;
    if (item instanceof Dataset dataset) {
      dataAddresses.put(dataset, next);
      return next + aligned(dataBytes(dataset.data()).length);
    }
    for (Hdf5Item member : ((Group) item).members().values()) {
      next = place(member, next);
    }
    return next;
  }

  private void put(Hdf5Item item, Bytes out) {
    out.put(new ObjectHeader(this).of(item));
    if (item instanceof Dataset dataset) {
      byte[] data = dataBytes(dataset.data());
      out.put(data).zeros(aligned(data.length) - data.length);
    } else {
      ((Group) item).members().values().forEach(member -> put(member, out));
    }
  }

  private void keepTexts(Hdf5Data data) {
    if (data instanceof Hdf5Data.Texts texts) {
      texts.texts().forEach(heap::keep);
    }
  }

  /** What stands in the file for these values. */
  byte[] dataBytes(Hdf5Data data) {
    return switch (data) {
      case Hdf5Data.Numbers numbers -> numbers.bytes();
      case Hdf5Data.Texts texts -> {
        Bytes bytes = new Bytes();
        for (String text : texts.texts()) {
          heap.reference(text, bytes);
        }
        yield bytes.toArray();
      }
      case Hdf5Data.Reference reference -> new Bytes().u64(address(reference.to())).toArray();
    };
  }

  /** Where an item's header is; 0 while that isn't known. */
  long address(Hdf5Item item) {
    return addresses.getOrDefault(item, 0L);
  }

  long dataAddress(Dataset dataset) {
    return dataAddresses.getOrDefault(dataset, 0L);
  }

  private static int aligned(int length) {
    return (length + 7) / 8 * 8;
  }
}
