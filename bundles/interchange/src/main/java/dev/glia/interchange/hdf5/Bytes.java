package dev.glia.interchange.hdf5;

import java.io.ByteArrayOutputStream;

/** Little-endian bytes that grow. */
final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  Bytes u8(int value) {
    out.write(value);
    return this;
  }

  Bytes u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  Bytes u32(long value) {
    return u16((int) value).u16((int) (value >>> 16));
  }

  Bytes u64(long value) {
    return u32(value).u32(value >>> 32);
  }

  Bytes put(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes zeros(int count) {
    return put(new byte[count]);
  }

  int size() {
    return out.size();
  }

  byte[] toArray() {
    return out.toByteArray();
  }
}
