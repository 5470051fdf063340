package dev.glia.interchange.hdf5;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where texts of variable length lie: collections of at most 65,535 objects, each text once. */
final class GlobalHeap {
  private static final int HEADER = 16;
  private static final int LEAST = 4096; // bytes of a collection
  private static final int MOST_OBJECTS = 60_000;

  private record Object(int collection, int index, byte[] bytes) {}

  private final Map<String, Object> objects = new LinkedHashMap<>();
  private final List<Long> starts = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  void keep(String text) {
    int number = objects.size();
    objects.computeIfAbsent(
        text,
        key -> new Object(number / MOST_OBJECTS, number % MOST_OBJECTS + 1, Hdf5Data.utf8(key)));
  }

  /** No text comes after this. */
  void seal(long address) {
    long next = address;
    for (Object object : objects.values()) {
      if (object.collection() == sizes.size()) {
        sizes.add(HEADER);
      }
      sizes.set(
          object.collection(), sizes.get(object.collection()) + HEADER + aligned(object.bytes()));
    }
    for (int i = 0; i < sizes.size(); i++) {
      sizes.set(i, Math.max(LEAST, sizes.get(i) + HEADER));
      starts.add(next);
      next += sizes.get(i);
    }
  }

  long size() {
    return sizes.stream().mapToLong(Integer::longValue).sum();
  }

  /** Length, collection and index; the collection is unknown before {@link #seal}. */
  void reference(String text, Bytes out) {
    Object object = objects.get(text);
    long start = starts.isEmpty() ? 0 : starts.get(object.collection());
    out.u32(object.bytes().length).u64(start).u32(object.index());
  }

  void put(Bytes out) {
    for (int i = 0; i < sizes.size(); i++) {
      int begin = out.size();
      out.put(new byte[] {'G', 'C', 'O', 'L', 1, 0, 0, 0}).u64(sizes.get(i));
      for (Object object : objects.values()) {
        if (object.collection() == i) {
          out.u16(object.index()).u16(1).u32(0).u64(object.bytes().length).put(object.bytes());
          out.zeros(aligned(object.bytes()) - object.bytes().length);
        }
      }
      int left = sizes.get(i) - (out.size() - begin);
      out.u16(0).u16(0).u32(0).u64(left).zeros(left - HEADER);
    }
  }

  private static int aligned(byte[] bytes) {
    return (bytes.length + 7) / 8 * 8;
  }
}
