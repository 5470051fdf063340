package dev.glia.api.signal;

/** What a channel measures. */
public enum SensorType {
  EEG,
  MAGNETOMETER,
  GRADIOMETER,
  /** A contact inside the head. */
  INTRACRANIAL,
  /** A region's time course. */
  PARCEL,
  EYES,
  HEART,
  MUSCLE,
  /** Codes of events. */
  TRIGGER,
  OTHER
}
