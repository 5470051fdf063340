package dev.glia.api.data;

import dev.glia.api.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Orders in which each class is shown equally often, wherever one stops. Learning that weighs early
 * samples needs them: with classes drawn independently, their counts drift apart.
 */
public final class Rounds {
  private Rounds() {}

  /**
   * Samples in rounds, in each of which every class is shown once, in random order. A class's
   * samples are shown in random order too, and again from the first when all were.
   *
   * @param set every class of which has a sample
   * @return {@code rounds × classes} samples
   * @throws IllegalArgumentException naming a class that has none
   */
  public static List<Sample> of(Dataset set, int rounds, RandomStream random) {
    List<List<Sample>> ofClass =
        IntStream.range(0, set.classes())
            .mapToObj(c -> (List<Sample>) new ArrayList<Sample>())
            .toList();
    for (int index : random.permutation(Math.toIntExact(set.size()))) {
      Sample sample = set.sample(index);
      ofClass.get(sample.label()).add(sample);
    }
    List<Sample> shown = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (int c : random.permutation(set.classes())) {
        List<Sample> candidates = ofClass.get(c);
        if (candidates.isEmpty()) {
          throw new IllegalArgumentException("class " + c + " has no sample");
        }
        shown.add(candidates.get(round % candidates.size()));
      }
    }
    return shown;
  }
}
