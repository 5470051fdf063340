package dev.glia.api.equations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.glia.api.units.Quantity;
import dev.glia.api.units.Unit;
import dev.glia.api.units.UnitException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written, the answer is a model or a refusal. {@code -Dglia.fuzz=1000000} tries more.
 */
class FuzzTest {
  private static final int INPUTS = Integer.getInteger("glia.fuzz", 50_000);
  private static final long PATIENCE_NS = 2_000_000_000L;

  private final List<NeuronEquations.Builder> neurons =
      List.of(Models.lif(), Models.izhikevich(), Models.hodgkinHuxley());
  private final List<SynapseEquations.Builder> synapses =
      List.of(
          Models.exponential().text(),
          Models.alpha().text(),
          Models.conductance().text(),
          Models.gapJunction().text(),
          Models.delta().text());
  private final Mutations mutations = new Mutations(Long.getLong("glia.test.seed", 1), corpus());
  private int accepted;

  private List<String> corpus() {
    List<String> texts = new ArrayList<>();
    neurons.forEach(n -> texts.addAll(List.of(n.equations, n.start, n.spike, n.reset)));
    synapses.forEach(s -> texts.addAll(List.of(s.equations, s.onSpike, s.output, s.continuous)));
    LearningEquations.Builder rule = Models.pairStdp();
    texts.addAll(List.of(rule.equations, rule.onPre, rule.onPost));
    return texts;
  }

  @Test
  void everyTextIsReadOrRefused() {
    long slowest = 0;
    for (int i = 0; i < INPUTS; i++) {
      long start = cpuTime();
      String input = "";
      try {
        input = attempt(i % 8);
        accepted++;
      } catch (Attempt refused) {
        input = refused.input;
        if (!(refused.getCause() instanceof EquationException)
            && !(refused.getCause() instanceof UnitException)) {
          fail("input %d: %s".formatted(i, input), refused.getCause());
        }
      }
      long time = cpuTime() - start;
      slowest = Math.max(slowest, time);
      assertThat(time).as("time for %s", input).isLessThan(PATIENCE_NS);
    }
    System.out.printf(
        "%,d texts: %,d models, %,d refusals; slowest %.1f ms%n",
        INPUTS, accepted, INPUTS - accepted, slowest / 1e6);
    assertThat(accepted).isBetween(INPUTS / 100, INPUTS * 3 / 4);
  }

  /** Of this thread, so that a busy machine doesn't count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Carries the text with what happened to it. */
  private static final class Attempt extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String input;

    Attempt(String input, Throwable cause) {
      super(null, cause, false, false);
      this.input = input;
    }
  }

  private String attempt(int kind) {
    return switch (kind) {
      case 0, 1, 2, 3 -> neuron();
      case 4, 5 -> synapse();
      case 6 -> rule();
      default -> quantity();
    };
  }

  private String quantity() {
    String[] texts = {"20 ms", "-65 mV", "1 nA/(ms*uF)", "mV^2", "1/s", "(0, inf)", "inf"};
    String text = mutations.mutant(texts[mutations.below(texts.length)]);
    List<Runnable> readings =
        List.of(
            () -> Models.lif().parameter("p", text, "", "").build(),
            () -> Models.lif().parameter("p", "20 ms", text, "").build(),
            () -> Quantity.parse(text).toString(),
            () -> Unit.parse(text).toString());
    return run(text, readings.get(mutations.below(readings.size())));
  }

  private String neuron() {
    NeuronEquations.Builder builder = neurons.get(mutations.below(neurons.size())).copy();
    String text = "";
    switch (mutations.below(8)) {
      case 0 -> builder.start(text = mutations.mutant(builder.start));
      case 1 -> builder.spike(text = mutations.mutant(builder.spike));
      case 2 -> builder.reset(text = mutations.mutant(builder.reset));
      case 3 -> builder.everyTick(text = mutations.mutant("v += 1 mV"));
      default -> {
        text = mutations.mutant(builder.equations);
        NeuronEquations.Builder changed = NeuronEquations.of(text);
        builder.parameters().forEach(p -> changed.parameters.add(p));
        changed.solve(Solver.values()[mutations.below(Solver.values().length)]);
        builder = changed.refractory(builder.refractory).spike(builder.spike);
      }
    }
    NeuronEquations.Builder mutant = builder;
    if (mutations.oneIn(4)) {
      mutant.resetOrder(NeuronEquations.ResetOrder.BEFORE_NEXT_TICK);
    }
    return run(
        text,
        () -> {
          NeuronEquations neuron = mutant.build();
          for (Typesetter typesetter : Typesetter.values()) {
            typesetter.typeset(neuron);
          }
          List<Drive> drives = new ArrayList<>();
          neuron.inputs().forEach(i -> drives.add(new Drive.Current("d-" + i.name(), i.name())));
          step(PopulationProgram.of(neuron, List.of(), drives));
        });
  }

  private String synapse() {
    SynapseEquations.Builder builder = synapses.get(mutations.below(synapses.size())).copy();
    String text = "";
    switch (mutations.below(5)) {
      case 0 -> builder.onSpike(text = mutations.mutant(builder.onSpike));
      case 1 -> builder.output(text = mutations.mutant(builder.output));
      case 2 -> builder.continuous(text = mutations.mutant(builder.continuous));
      case 3 -> builder.weight(text = mutations.mutant(builder.weight));
      default -> {
        text = mutations.mutant(builder.equations);
        SynapseEquations.Builder changed =
            SynapseEquations.of(text)
                .onSpike(builder.onSpike)
                .output(builder.output)
                .continuous(builder.continuous)
                .weight(builder.weight);
        builder.parameters().forEach(p -> changed.parameters.add(p));
        builder = changed;
      }
    }
    SynapseEquations.Builder mutant = builder;
    return run(
        text,
        () -> {
          SynapseEquations synapse = mutant.build();
          Typesetter.TEXT.typeset(synapse);
          String into = synapse.actsOnState() ? "v" : "i_syn";
          step(
              PopulationProgram.of(
                  Models.lif().build(), List.of(new Receptor("syn", synapse, into)), List.of()));
        });
  }

  private String rule() {
    LearningEquations.Builder builder = Models.pairStdp();
    String text = "";
    switch (mutations.below(4)) {
      case 0 -> builder.onPre(text = mutations.mutant(builder.onPre));
      case 1 -> builder.onPost(text = mutations.mutant(builder.onPost));
      case 2 -> builder.on("reward", text = mutations.mutant("w = w/sum(w)*weight"));
      default -> {
        text = mutations.mutant(builder.equations);
        LearningEquations.Builder changed =
            LearningEquations.of(text).onPre(builder.onPre).onPost(builder.onPost);
        builder.parameters().forEach(p -> changed.parameters.add(p));
        builder = changed;
      }
    }
    LearningEquations.Builder mutant = builder;
    return run(
        text,
        () -> {
          LearningEquations rule = mutant.build();
          Typesetter.TEXT.typeset(rule);
          NeuronEquations lif = Models.lif().build();
          LearningProgram.of(
              List.of(new LearningProgram.Rule("rule", rule)), Unit.parse("nS"), lif, lif);
        });
  }

  private static void step(PopulationProgram program) {
    SimulatedNeuron neuron = new SimulatedNeuron(program, "0.1 ms");
    neuron.run(1);
    program.integrate().forEach(statement -> statement.value().text());
  }

  private static String run(String input, Runnable work) {
    try {
      work.run();
      return input;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new Attempt(input, e);
    }
  }
}
