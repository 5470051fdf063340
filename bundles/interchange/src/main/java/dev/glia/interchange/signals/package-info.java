/** Recordings of continuous signals in HDF5: time series of NWB files, and plain data sets. */
package dev.glia.interchange.signals;
