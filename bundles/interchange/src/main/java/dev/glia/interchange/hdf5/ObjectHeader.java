package dev.glia.interchange.hdf5;

import dev.glia.interchange.hdf5.Hdf5Item.Dataset;
import dev.glia.interchange.hdf5.Hdf5Item.Group;

/** Object headers, version 2, in one chunk. */
final class ObjectHeader {
  private static final int DATASPACE = 0x01;
  private static final int LINK_INFO = 0x02;
  private static final int DATATYPE = 0x03;
  private static final int FILL_VALUE = 0x05;
  private static final int LINK = 0x06;
  private static final int LAYOUT = 0x08;
  private static final int GROUP_INFO = 0x0A;
  private static final int ATTRIBUTE = 0x0C;
  private static final int LONGEST_MESSAGE = 0xFFFF;

  private final Hdf5File file;
  private final Bytes messages = new Bytes();

  ObjectHeader(Hdf5File file) {
    this.file = file;
  }

  byte[] of(Hdf5Item item) {
    switch (item) {
      case Group group -> {
        message(LINK_INFO, new Bytes().u8(0).u8(0).u64(Hdf5File.UNDEFINED).u64(Hdf5File.UNDEFINED));
        message(GROUP_INFO, new Bytes().u8(0).u8(0));
        group.members().forEach(this::link);
      }
      case Dataset dataset -> {
        message(DATASPACE, dataspace(dataset.data()));
        message(DATATYPE, datatype(dataset.data()));
        // Space is allocated early, nothing fills it.
        message(FILL_VALUE, new Bytes().u8(3).u8(0x0A));
        long length = file.dataBytes(dataset.data()).length;
        message(
            LAYOUT,
            new Bytes()
                .u8(3)
                .u8(1)
                .u64(length == 0 ? Hdf5File.UNDEFINED : file.dataAddress(dataset))
                .u64(length));
      }
    }
    item.attributes().forEach(this::attribute);
    Bytes header = new Bytes();
    header.put(new byte[] {'O', 'H', 'D', 'R'}).u8(2).u8(2).u32(messages.size());
    header.put(messages.toArray());
    return header.u32(Lookup3.hash(header.toArray())).toArray();
  }

  private void message(int type, Bytes content) {
    if (content.size() > LONGEST_MESSAGE) {
      throw new IllegalArgumentException("an attribute of more than 64 KiB can't be written");
    }
    messages.u8(type).u16(content.size()).u8(0).put(content.toArray());
  }

  private void link(String name, Hdf5Item to) {
    byte[] text = Hdf5Data.utf8(name);
    boolean wide = text.length > 0xFF;
    // Bit 4: the name's character set is given.
    Bytes link = new Bytes().u8(1).u8(0x10 | (wide ? 1 : 0)).u8(1);
    if (wide) {
      link.u16(text.length);
    } else {
      link.u8(text.length);
    }
    message(LINK, link.put(text).u64(file.address(to)));
  }

  private void attribute(String name, Hdf5Data value) {
    byte[] text = (name + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] type = datatype(value).toArray();
    byte[] space = dataspace(value).toArray();
    message(
        ATTRIBUTE,
        new Bytes()
            .u8(3)
            .u8(0)
            .u16(text.length)
            .u16(type.length)
            .u16(space.length)
            .u8(1) // UTF-8
            .put(text)
            .put(type)
            .put(space)
            .put(file.dataBytes(value)));
  }

  private static Bytes dataspace(Hdf5Data data) {
    int[] shape = data.shape();
    Bytes space = new Bytes().u8(2).u8(shape.length).u8(0).u8(shape.length == 0 ? 0 : 1);
    for (int side : shape) {
      space.u64(side);
    }
    return space;
  }

  private static Bytes datatype(Hdf5Data data) {
    return switch (data) {
      case Hdf5Data.Numbers numbers ->
          switch (numbers.type()) {
            case INT64 -> head(0, 0x08, 0, 8).u16(0).u16(64);
            case UINT64 -> head(0, 0, 0, 8).u16(0).u16(64);
            case FLOAT32 -> head(1, 0x20, 31, 4).u16(0).u16(32).u8(23).u8(8).u8(0).u8(23).u32(127);
            case FLOAT64 ->
                head(1, 0x20, 63, 8).u16(0).u16(64).u8(52).u8(11).u8(0).u8(52).u32(1023);
          };
      // A sequence that is a text, in UTF-8, of unsigned bytes.
      case Hdf5Data.Texts texts -> head(9, 1, 1, 16).put(head(0, 0, 0, 1).u16(0).u16(8).toArray());
      case Hdf5Data.Reference reference -> head(7, 0, 0, 8);
    };
  }

  private static Bytes head(int kind, int bits, int moreBits, int size) {
    return new Bytes().u8(0x10 | kind).u8(bits).u8(moreBits).u8(0).u32(size);
  }
}
