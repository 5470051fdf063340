package dev.glia.api.modelfiles.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final List<String> KNOWN = List.of("tau_m", "v_rest", "reset order", "lif");

  @Test
  void oneTypoIsForgiven() {
    assertThat(Spelling.nearest("tau_n", KNOWN)).contains("tau_m");
    assertThat(Spelling.nearest("tua_m", KNOWN)).contains("tau_m");
    assertThat(Spelling.nearest("taum", KNOWN)).contains("tau_m");
    assertThat(Spelling.nearest("fil", KNOWN)).isEmpty();
  }

  @Test
  void caseAndJoinersAreFree() {
    assertThat(Spelling.nearest("TAU-M", KNOWN)).contains("tau_m");
    assertThat(Spelling.nearest("reset_order", KNOWN)).contains("reset order");
    assertThat(Spelling.nearest("LIF", KNOWN)).contains("lif");
  }

  @Test
  void whatIsFarMeansNothing() {
    assertThat(Spelling.nearest("capacitance", KNOWN)).isEmpty();
    assertThat(Spelling.nearest("", KNOWN)).isEmpty();
    assertThat(Spelling.nearest("x".repeat(1_000_000), KNOWN)).isEmpty();
  }

  @Test
  void adviceListsWhatThereIs() {
    assertThat(Spelling.advice("zzzzzz", List.of("a1", "b2"))).isEqualTo("known: a1, b2");
    assertThat(Spelling.advice("zzzzzz", List.of())).isEqualTo("there are none to choose from");
  }
}
