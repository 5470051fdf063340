/**
 * Arithmetic that gives the same bits in the interpreter, in compiled code and in vectors of any
 * length: elementary functions, random numbers, and how vector code is warmed up before it is used.
 * Only this package and generated classes need the module {@code jdk.incubator.vector}.
 */
package dev.glia.drivers.cpu.simd;
