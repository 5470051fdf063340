package dev.glia.drivers.neurocorex.virtual;

/** Where a device sends its bytes. */
@FunctionalInterface
public interface ByteSink {
  void send(byte[] bytes);
}
