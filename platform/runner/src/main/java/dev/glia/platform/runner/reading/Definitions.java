package dev.glia.platform.runner.reading;

import dev.glia.api.equations.Arithmetic;
import dev.glia.api.equations.EquationException;
import dev.glia.api.units.Quantity;
import dev.glia.api.units.UnitException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names for quantities ({@code let: {scale: 0.1}}) and values that are calculated from them: {@code
 * size: = 20683*scale}. Puts plain values in place of what begins with {@code =}, so that nobody
 * after it has to know. One experiment, one thread.
 */
final class Definitions {
  static final String FIELD = "let";

  /** Texts of people, and of models, in which an equals sign means something else. */
  private static final Set<String> LEFT_ALONE =
      Set.of(FIELD, "glia", "name", "description", "models");

  private final Map<String, Quantity> quantities = new LinkedHashMap<>();
  private final Problems problems;

  private Definitions(Problems problems) {
    this.problems = problems;
  }

  /** Calculates every value of the tree that is written as an expression. */
  static void apply(Item.Fields root, Problems problems) {
    Definitions definitions = new Definitions(problems);
    root.find(FIELD).ifPresent(definitions::define);
    for (Map.Entry<String, Item.Entry> field : root.entries().entrySet()) {
      if (!LEFT_ALONE.contains(field.getKey())) {
        field.setValue(definitions.calculated(field.getValue(), field.getKey()));
      }
    }
  }

  private void define(Item item) {
    for (Map.Entry<String, Item.Entry> each :
        Section.of(item, FIELD, problems).entries().entrySet()) {
      String name = each.getKey();
      String field = FIELD + "." + name;
      Item value = each.getValue().value();
      if (!Arithmetic.isName(name)) {
        problems.add(
            each.getValue().place(),
            field,
            "a name is a letter, then letters, digits or _, and means nothing else in equations."
                + " Try scale.");
      } else if (value instanceof Item.Text text && !text.isNull()) {
        quantity(text, field).ifPresent(quantity -> quantities.put(name, quantity));
      } else {
        problems.add(
            value.place(), field, "a quantity is wanted, as 0.1 or 87.8 pA, or = 2*other.");
      }
    }
  }

  private Optional<Quantity> quantity(Item.Text text, String field) {
    if (isExpression(text)) {
      return evaluated(text, field);
    }
    try {
      return Optional.of(Scalars.quantity(text.text()));
    } catch (UnitException e) {
      problems.add(text.place(), field, e.getMessage());
      return Optional.empty();
    }
  }

  private Item.Entry calculated(Item.Entry entry, String field) {
    return new Item.Entry(entry.place(), calculated(entry.value(), field));
  }

  private Item calculated(Item item, String field) {
    switch (item) {
      case Item.Text text -> {
        return isExpression(text)
            ? evaluated(text, field)
                .<Item>map(value -> new Item.Text(text.place(), value.toString(), true))
                .orElse(text)
            : text;
      }
      case Item.Items list -> {
        List<Item> items = list.items();
        for (int i = 0; i < items.size(); i++) {
          items.set(i, calculated(items.get(i), field + "[" + i + "]"));
        }
      }
      case Item.Fields map -> {
        for (Map.Entry<String, Item.Entry> each : map.entries().entrySet()) {
          each.setValue(calculated(each.getValue(), field + "." + each.getKey()));
        }
      }
    }
    return item;
  }

  private static boolean isExpression(Item.Text text) {
    return text.text().startsWith("=");
  }

  private Optional<Quantity> evaluated(Item.Text text, String field) {
    String expression = text.text().substring(1).strip();
    try {
      return Optional.of(Arithmetic.evaluate(field, expression, quantities));
    } catch (EquationException e) {
      String end = e.problem().endsWith("?") ? "" : ".";
      problems.add(text.place(), field, "= " + expression + ": " + e.problem() + end);
      return Optional.empty();
    }
  }
}
