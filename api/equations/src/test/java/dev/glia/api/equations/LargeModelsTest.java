package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Models that are as large as the limits allow don't take for ever. */
class LargeModelsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void denseLinearSystem() {
    int n = 100;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append("dx%d/dt = (-9*x%d".formatted(i, i));
      for (int j = 0; j < n; j++) {
        text.append("+x").append(j);
      }
      text.append(")/s : 1\n");
    }
    PopulationProgram program = within(text.toString(), null);
    assertThat(program.coefficients()).hasSize(1);
    assertThat(program.coefficients().getFirst().names()).hasSize(n * n);
  }

  @Test
  void longChain() {
    int n = 400;
    StringBuilder text = new StringBuilder("dx0/dt = -x0/s : 1\n");
    for (int i = 1; i < n; i++) {
      text.append("dx%d/dt = (x%d - x%d)/s : 1 (unless refractory)\n".formatted(i, i - 1, i));
    }
    NeuronEquations chain =
        NeuronEquations.of(text.toString()).spike("x0 > 1").refractory("1 s").build();
    Assertions.assertTimeoutPreemptively(
        PATIENCE, () -> PopulationProgram.of(chain, List.of(), List.of()));
  }

  @Test
  void productsOfEverything() {
    StringBuilder text = new StringBuilder("all = 1");
    int n = 400;
    for (int i = 0; i < n; i++) {
      text.append("*x").append(i);
    }
    text.append(" : 1\n");
    for (int i = 0; i < n; i++) {
      text.append("dx%d/dt = all*all*all/s : 1%n".formatted(i));
    }
    assertThat(within(text.toString(), Solver.RK4).integrate()).hasSize(9 * n - n);
  }

  private static PopulationProgram within(String text, Solver method) {
    return Assertions.assertTimeoutPreemptively(
        PATIENCE,
        () ->
            PopulationProgram.of(
                NeuronEquations.of(text).solve(method).build(), List.of(), List.of()));
  }
}
