package dev.glia.api.data;

/**
 * One sample.
 *
 * @param values of the data set's shape, row-major; images 0 to 255. Not to be changed
 * @param label class from 0; -1 if there is none
 * @param events address events if the sample is a recording of them, else empty; not to be changed
 */
public record Sample(float[] values, int label, Event[] events) {
  /**
   * An address event.
   *
   * @param seconds from the start of the sample
   * @param address row-major index within the data set's shape
   */
  public record Event(double seconds, int address) {}

  public static Sample of(float[] values, int label) {
    return new Sample(values, label, new Event[0]);
  }
}
