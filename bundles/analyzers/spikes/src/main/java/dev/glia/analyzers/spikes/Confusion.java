package dev.glia.analyzers.spikes;

import dev.glia.api.analysis.Recording;
import dev.glia.api.analysis.ResultSink;
import java.util.ArrayList;
import java.util.List;

/**
 * How often which answer was given to which label.
 *
 * @param counts a row a label; a column an answer, and one more for silence
 */
record Confusion(int[][] counts) {
  static Confusion of(List<Recording.Answer> answers) {
    int classes = 0;
    for (Recording.Answer answer : answers) {
      classes = Math.max(classes, Math.max(answer.label(), answer.answer()) + 1);
    }
    int[][] counts = new int[classes][classes + 1];
    for (Recording.Answer answer : answers) {
      counts[answer.label()][answer.answer() < 0 ? classes : answer.answer()]++;
    }
    return new Confusion(counts);
  }

  void write(String name, ResultSink into) {
    List<String> columns = new ArrayList<>(List.of("label"));
    for (int answer = 0; answer < counts.length; answer++) {
      columns.add(String.valueOf(answer));
    }
    columns.add("silent");
    List<List<String>> rows = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      List<String> row = new ArrayList<>(List.of(String.valueOf(label)));
      for (int count : counts[label]) {
        row.add(String.valueOf(count));
      }
      rows.add(row);
    }
    into.table(name, columns, rows);
  }
}
