package dev.glia.datasets.graphs;

import dev.glia.api.component.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The papers of a {@code .content} file: on each line the name of a paper, its words as numbers, of
 * which all papers have as many, and its topic.
 *
 * @param index of each paper, by its name
 * @param words of each paper
 * @param topic of each paper; topics are numbered in the order of their names
 * @param topics their names
 */
record ContentFile(Map<String, Integer> index, float[][] words, int[] topic, List<String> topics) {
  /**
   * Reads a file; empty lines are skipped.
   *
   * @throws Fault naming file and line if it isn't such a file
   */
  static ContentFile read(TextFile file) {
    Map<String, Integer> index = new HashMap<>();
    List<float[]> words = new ArrayList<>();
    List<String> topicOf = new ArrayList<>();
    for (int line = 0; line < file.lines().size(); line++) {
      String[] fields = file.fields(line);
      if (fields.length == 0) {
        continue;
      }
      if (fields.length < 2) {
        throw file.fault(line, "1 field, expected a paper, its words and its topic.");
      }
      if (!words.isEmpty() && fields.length != words.getFirst().length + 2) {
        throw file.fault(
            line,
            (fields.length - 2)
                + " words, expected "
                + words.getFirst().length
                + " as in the first paper.");
      }
      if (index.putIfAbsent(fields[0], words.size()) != null) {
        throw file.fault(line, "paper " + TextFile.quoted(fields[0]) + " is there twice.");
      }
      words.add(words(file, line, fields));
      topicOf.add(fields[fields.length - 1]);
    }
    if (words.isEmpty()) {
      throw Fault.input(file.name() + ": there's no paper in it.");
    }
    List<String> topics = List.copyOf(new TreeSet<>(topicOf));
    Map<String, Integer> number = new HashMap<>();
    topics.forEach(topic -> number.put(topic, number.size()));
    return new ContentFile(
        Map.copyOf(index),
        words.toArray(new float[0][]),
        topicOf.stream().mapToInt(number::get).toArray(),
        topics);
  }

  private static float[] words(TextFile file, int line, String[] fields) {
    float[] words = new float[fields.length - 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = number(file, line, fields[i + 1]);
    }
    return words;
  }

  private static float number(TextFile file, int line, String field) {
    try {
      float number = Float.parseFloat(field);
      if (Float.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notOne) {
      // said below
    }
    throw file.fault(line, TextFile.quoted(field) + ", expected a number for a word.");
  }
}
