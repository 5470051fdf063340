package dev.glia.platform.runner.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.platform.runner.RunResult.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {
  @Test
  void cellsWithSeparatorsAreQuoted() {
    Table table =
        new Table("t", List.of("a", "b,c"), List.of(List.of("1", "say \"hi\""), List.of("", "é")));

    assertThat(new String(CsvFile.of(table), StandardCharsets.UTF_8))
        .isEqualTo("a,\"b,c\"\r\n1,\"say \"\"hi\"\"\"\r\n,é\r\n");
  }
}
