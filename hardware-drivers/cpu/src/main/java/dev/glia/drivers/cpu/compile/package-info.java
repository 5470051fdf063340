/**
 * From programs to loops: statements become a {@code Graph} of values ({@code Translator}), what is
 * the same for all goes to {@code Uniforms}, a {@code Plan} cuts the rest into stages, and each
 * stage's {@code Loop} is written as a class twice ({@code LoopWriter}), for numbers and for
 * vectors. A {@code Kernel} has both and begins with the first; a {@code Frame} holds what it works
 * on.
 */
package dev.glia.drivers.cpu.compile;
