package dev.glia.platform.report.page;

import dev.glia.platform.report.plot.NumberText;
import dev.glia.platform.store.CellRecord;
import java.util.List;

/** Numbers as tiles, each with its unit. */
public final class NumbersPart {
  private NumbersPart() {}

  public static void write(Html html, List<CellRecord> cells) {
    html.open("dl", "class", "tiles");
    for (CellRecord cell : cells) {
      cell.numbers()
          .forEach(
              (name, value) -> {
                html.open("div").leaf("dt", name).open("dd");
                html.text(NumberText.of(value));
                String unit = cell.units().getOrDefault(name, "");
                if (!unit.isBlank()) {
                  html.leaf("span", " " + unit, "class", "unit");
                }
                html.close().close();
              });
    }
    html.closeLine();
  }
}
