/**
 * What a person types: each command a class, over the services of the platform.
 *
 * <p>Results go to standard output, progress and messages to standard error. Exit codes: 0 all
 * right, 1 the result isn't what was claimed, 2 bad input, 3 internal fault, 130 interrupted.
 */
package dev.glia.platform.cli;
