package dev.glia.drivers.cpu;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeploymentReport;
import dev.glia.api.device.InputBlock;
import dev.glia.api.device.OutputBlock;
import dev.glia.api.equations.LearningEquations;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.testkit.TestNetwork;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a tick costs by the way in which a projection learns, taken in turns: {@code
 * LearningBenchmark [neurons] [blocks] [Hz]}. Sources and targets spike by chance, so that all do
 * the same work.
 */
final class LearningBenchmark {
  private static final int TICKS = 1000;

  private LearningBenchmark() {}

  static LearningEquations rule(String up, String down) {
    return LearningEquations.of(
            """
            dx/dt = -x/tau : 1 (pre)
            dother/dt = -other/tau : 1 (pre)
            dy/dt = -y/tau : 1 (post)
            """)
        .onPre("w = clip(w - a*(" + down + ")*y, w_min, w_max); x += 1")
        .onPost("w = clip(w + a*(" + up + ")*x, w_min, w_max); y += 1")
        .parameter("a", "0.005", "[0, inf)", "step")
        .parameter("tau", "20 ms", "(0, inf)", "window")
        .parameter("w_min", "0 weight", "", "smallest weight")
        .parameter("w_max", "1 weight", "", "largest weight")
        .build();
  }

  static Network network(int n, String rate, LearningEquations rule) {
    return TestNetwork.with("0.1 ms")
        .seed(12)
        .population("in", n, BenchmarkNetworks.poisson(), p -> p.set("rate", rate))
        .population(
            "cells",
            n,
            dev.glia.api.equations.NeuronEquations.of("dv/dt = -v/tau_m : mV")
                .spike("random() < rate*dt")
                .parameter("tau_m", "20 ms", "(0, inf)", "membrane")
                .parameter("rate", rate, "[0, inf)", "mean rate")
                .build())
        .project(
            "in",
            "cells",
            p ->
                p.through(BenchmarkNetworks.delta(), "v")
                    .weight(new Law.Uniform(0.3e-3, 0.7e-3))
                    .delay("1.5 ms")
                    .wiring(new BenchmarkNetworks.Sparse(n, n, 0.1, 1))
                    .learn("rule", rule))
        .probeCounts("cells")
        .build();
  }

  public static void main(String[] arguments) throws Exception {
    int n = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8000;
    int blocks = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 12;
    String rate = (arguments.length > 2 ? arguments[2] : "10") + " Hz";
    List<String> names = List.of("additive", "multiplicative", "multiplicative over columns");
    // A second trace, times 0, is more than the engine looks through.
    List<LearningEquations> rules =
        List.of(
            rule("w_max - w_min", "w_max - w_min"),
            rule("w_max - w", "w - w_min"),
            rule("w_max - w + 0*other*w", "w - w_min"));
    Deployment[] deployments = new Deployment[rules.size()];
    OutputBlock[] outs = new OutputBlock[rules.size()];
    for (int i = 0; i < deployments.length; i++) {
      Network network = network(n, rate, rules.get(i));
      deployments[i] =
          new CpuDriver().devices().get(0).deploy(network, new DeployOptions(1, Map.of()));
      outs[i] = new OutputBlock(network);
    }
    double[][] micros = new double[deployments.length][blocks];
    for (int b = 0; b < blocks; b++) {
      for (int i = 0; i < deployments.length; i++) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        deployments[i].advance(TICKS, InputBlock.EMPTY, outs[i]);
        micros[i][b] =
            (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) * 1e-3 / TICKS;
      }
    }
    for (int i = 0; i < deployments.length; i++) {
      report(names.get(i), deployments[i], micros[i]);
      deployments[i].close();
    }
  }

  private static void report(String name, Deployment deployment, double[] micros) {
    double[] warm = Arrays.copyOfRange(micros, micros.length / 2, micros.length);
    Arrays.sort(warm);
    for (DeploymentReport.Entry entry : deployment.report().entries()) {
      if (entry.part().startsWith("projection")) {
        System.out.printf(
            Locale.ROOT,
            "%-30s %.1f us a tick (least %.1f), %.2f bytes a synapse of %,d; %s%n",
            name,
            warm[warm.length / 2],
            warm[0],
            entry.bytes() / (double) entry.count(),
            entry.count(),
            entry.form());
      }
    }
  }
}
