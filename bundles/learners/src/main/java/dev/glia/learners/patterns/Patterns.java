package dev.glia.learners.patterns;

import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Patterns of active and silent inputs. */
public final class Patterns {
  private Patterns() {}

  /** A pattern with so many active inputs. */
  public static boolean[] random(int inputs, int active, RandomStream random) {
    boolean[] pattern = new boolean[inputs];
    Arrays.fill(pattern, 0, active, true);
    for (int i = inputs - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      boolean held = pattern[i];
      pattern[i] = pattern[j];
      pattern[j] = held;
    }
    return pattern;
  }

  /**
   * A pattern at an even distance with as many active inputs.
   *
   * @throws IllegalArgumentException if there's none
   */
  public static boolean[] moved(boolean[] pattern, int distance, RandomStream random) {
    int active = 0;
    for (boolean each : pattern) {
      active += each ? 1 : 0;
    }
    int moves = distance / 2;
    if (distance % 2 != 0 || moves > active || moves > pattern.length - active) {
      throw new IllegalArgumentException("no such pattern at distance " + distance);
    }
    boolean[] off = random(active, moves, random);
    boolean[] on = random(pattern.length - active, moves, random);
    boolean[] other = pattern.clone();
    int ofActive = 0;
    int ofSilent = 0;
    for (int i = 0; i < pattern.length; i++) {
      other[i] ^= pattern[i] ? off[ofActive++] : on[ofSilent++];
    }
    return other;
  }

  /** Any pattern at a distance. */
  public static boolean[] changed(boolean[] pattern, int distance, RandomStream random) {
    boolean[] flips = random(pattern.length, distance, random);
    boolean[] other = pattern.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] ^= flips[i];
    }
    return other;
  }

  /**
   * Patterns around some, where there are too many to take all: {@code each} around every one, at
   * distances from 0 to {@code farthest} in turn.
   */
  public static List<boolean[]> around(
      List<boolean[][]> groups, int each, int farthest, RandomStream random) {
    List<boolean[]> around = new ArrayList<>();
    for (boolean[][] group : groups) {
      for (boolean[] pattern : group) {
        for (int i = 0; i < each; i++) {
          around.add(changed(pattern, i % (farthest + 1), random));
        }
      }
    }
    return around;
  }

  /** All patterns of up to 20 inputs; bit i of a pattern's index is its input i. */
  public static boolean[][] all(int inputs) {
    if (inputs < 1 || inputs > 20) {
      throw new IllegalArgumentException("1 to 20 inputs, given " + inputs);
    }
    boolean[][] all = new boolean[1 << inputs][inputs];
    for (int code = 0; code < all.length; code++) {
      for (int i = 0; i < inputs; i++) {
        all[code][i] = (code >> i & 1) == 1;
      }
    }
    return all;
  }

  /** Hamming's distance: inputs in which two patterns differ. */
  public static int distance(boolean[] a, boolean[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException(a.length + " inputs and " + b.length);
    }
    int distance = 0;
    for (int i = 0; i < a.length; i++) {
      distance += a[i] == b[i] ? 0 : 1;
    }
    return distance;
  }
}
