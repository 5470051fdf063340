/** HDF5 files: what is written, and foreign ones read with all the care that they need. */
package dev.glia.interchange.hdf5;
