package dev.glia.learners.validation;

import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Ways to part samples; each sample is tested in exactly one fold. */
public final class Folds {
  private Folds() {}

  /** Random folds of nearly one size. */
  public static List<Fold> random(int samples, int folds, RandomStream random) {
    return stratified(new int[samples], folds, random);
  }

  /**
   * Random folds that have each class in the same share, as near as counts allow.
   *
   * @param folds 2 to the number of samples
   */
  public static List<Fold> stratified(int[] labels, int folds, RandomStream random) {
    if (folds < 2 || folds > labels.length) {
      throw new IllegalArgumentException(folds + " folds of " + labels.length + " samples");
    }
    int[] order = shuffled(labels.length, random);
    int[] fold = new int[labels.length];
    int next = 0;
    for (int label : Arrays.stream(labels).distinct().sorted().toArray()) {
      for (int i : order) {
        if (labels[i] == label) {
          fold[i] = next++ % folds; // goes on where the last class ended: sizes stay even
        }
      }
    }
    return byFold(fold, folds);
  }

  /**
   * Leaves one group out at a time: a subject, a recording, a day. In the order in which groups
   * first occur.
   */
  public static List<Fold> leaveOneGroupOut(int[] groups) {
    int[] distinct = Arrays.stream(groups).distinct().toArray();
    if (distinct.length < 2) {
      throw new IllegalArgumentException("there's only one group");
    }
    int[] fold = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      fold[i] = indexOf(distinct, groups[i]);
    }
    return byFold(fold, distinct.length);
  }

  /** Random folds that never part a group; the largest groups are placed first, where room is. */
  public static List<Fold> grouped(int[] groups, int folds, RandomStream random) {
    int[] distinct = Arrays.stream(groups).distinct().toArray();
    if (folds < 2 || folds > distinct.length) {
      throw new IllegalArgumentException(folds + " folds of " + distinct.length + " groups");
    }
    int[] sizes = new int[distinct.length];
    for (int group : groups) {
      sizes[indexOf(distinct, group)]++;
    }
    List<Integer> order =
        Arrays.stream(shuffled(distinct.length, random))
            .boxed()
            .sorted((a, b) -> Integer.compare(sizes[b], sizes[a]))
            .toList();
    int[] filled = new int[folds];
    int[] foldOf = new int[distinct.length];
    for (int group : order) {
      int emptiest = 0;
      for (int f = 1; f < folds; f++) {
        emptiest = filled[f] < filled[emptiest] ? f : emptiest;
      }
      foldOf[group] = emptiest;
      filled[emptiest] += sizes[group];
    }
    return byFold(
        Arrays.stream(groups).map(group -> foldOf[indexOf(distinct, group)]).toArray(), folds);
  }

  private static int indexOf(int[] distinct, int group) {
    int at = 0;
    while (distinct[at] != group) {
      at++;
    }
    return at;
  }

  private static List<Fold> byFold(int[] fold, int folds) {
    List<Fold> all = new ArrayList<>();
    for (int f = 0; f < folds; f++) {
      int own = f;
      all.add(
          new Fold(
              IntStream.range(0, fold.length).filter(i -> fold[i] != own).toArray(),
              IntStream.range(0, fold.length).filter(i -> fold[i] == own).toArray()));
    }
    return all;
  }

  /** A random order of 0 to count - 1 (Fisher and Yates). */
  static int[] shuffled(int count, RandomStream random) {
    int[] order = IntStream.range(0, count).toArray();
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    return order;
  }
}
