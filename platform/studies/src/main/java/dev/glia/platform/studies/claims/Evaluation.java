package dev.glia.platform.studies.claims;

import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.api.study.Cell;
import dev.glia.platform.store.CellRecord;
import dev.glia.platform.store.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Values of expressions for one seed. */
final class Evaluation {
  /** A cell that is needed isn't there: the claim can't be judged. */
  static final class NotMeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotMeasured(String reason) {
      super(reason, null, false, false);
    }
  }

  /** A cell is there, but not what is claimed of it: the claim fails. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String reason) {
      super(reason, null, false, false);
    }
  }

  private final Table table;
  private final long seed;
  private final OptionalDouble bar;

  Evaluation(Table table, long seed, OptionalDouble bar) {
    this.table = table;
    this.seed = seed;
    this.bar = bar;
  }

  double value(Expression expression) {
    return switch (expression) {
      case Expression.Number number -> number.value();
      case Expression.Bar b -> bar.orElse(Double.NaN);
      case Expression.Negation negation -> -value(negation.of());
      case Expression.Operation operation -> operation(operation);
      case Expression.Call call ->
          call.function()
              .of(
                  call.arguments().stream()
                      .flatMap(argument -> values(argument).stream())
                      .mapToDouble(Double::doubleValue)
                      .toArray());
      case Expression.Reference reference -> single(reference);
    };
  }

  private double operation(Expression.Operation operation) {
    double left = value(operation.left());
    double right = value(operation.right());
    return switch (operation.sign()) {
      case '+' -> left + right;
      case '-' -> left - right;
      case '*' -> left * right;
      default -> left / right;
    };
  }

  /** Directly inside a function, a reference means all cells that match. */
  private List<Double> values(Expression argument) {
    return argument instanceof Expression.Reference reference
        ? all(reference)
        : List.of(value(argument));
  }

  private double single(Expression.Reference reference) {
    List<Double> all = all(reference);
    if (all.size() > 1) {
      throw new Wrong(
          reference
              + " means "
              + all.size()
              + " cells; say which, or write mean("
              + reference
              + ")");
    }
    return all.getFirst();
  }

  private List<Double> all(Expression.Reference reference) {
    List<Cell> cells = table.select(reference.cells(), seed);
    if (cells.isEmpty()) {
      throw new NotMeasured("this profile has no cell [" + reference.cells() + "]");
    }
    List<Double> values = new ArrayList<>();
    for (Cell cell : cells) {
      values.add(number(cell, reference.name()));
    }
    return values;
  }

  private double number(Cell cell, String name) {
    Optional<CellRecord> record = table.measured(cell);
    if (record.isEmpty()) {
      throw new NotMeasured("cell " + cell + " wasn't run");
    }
    if (record.get().outcome() != Outcome.COMPLETED) {
      throw new NotMeasured("cell " + cell + " failed: " + record.get().message());
    }
    Double value = record.get().numbers().get(name);
    if (value == null) {
      throw new Wrong(
          "cell "
              + cell
              + " gave no number '"
              + name
              + "'; "
              + Spelling.advice(name, record.get().numbers().keySet()));
    }
    return value;
  }
}
