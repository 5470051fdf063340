package dev.glia.platform.store;

/**
 * Where and with what a run was made.
 *
 * @param gitCommit of the directory in which it was started; empty if that's none of git's
 * @param machine for people: system, processor, memory, JDK
 */
public record Surroundings(String gliaVersion, String gitCommit, String machine) {}
