package dev.glia.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.glia.api.random.RandomStream;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LifLayerTest {
  private static final int BATCH = 16;
  private static final int TIME = 20;
  private static final int IN = 12;
  private static final int HIDDEN = 24;
  private static final int CLASSES = 3;
  private static final double RATE = 0.05;

  @BeforeAll
  static void fixThreads() {
    Torch.deterministic(1);
  }

  /** A hidden layer of spiking neurons, and a readout of the number of spikes. */
  private static final class Network extends Layer {
    final LinearLayer in = part("in", new LinearLayer(IN, HIDDEN, new RandomStream(1, "in", 0)));
    final LifLayer cells =
        part("cells", new LifLayer(4, 1, LifLayer.Reset.TO_ZERO, Surrogate.atan(2)));
    final LinearLayer out =
        part("out", new LinearLayer(HIDDEN, CLASSES, new RandomStream(1, "out", 0)));

    @Override
    public Tensor forward(Tensor input) {
      return out.forward(cells.forward(in.forward(input)).sum(1));
    }
  }

  private static Tensor input() {
    return Draws.uniform(new RandomStream(2, "input", 0), 3, BATCH, TIME, IN);
  }

  private static Tensor labels() {
    long[] labels = new long[BATCH];
    for (int i = 0; i < BATCH; i++) {
      labels[i] = i % CLASSES;
    }
    return TensorArrays.of(labels, BATCH);
  }

  /**
   * The same network in libtorch's calls alone: the gradient of a spike is put in by hand, by
   * back-propagation through time that is written out.
   */
  private static float[] lossesWrittenOut(int steps) {
    Network start = new Network();
    Tensor w = start.parameters().get("in.weight").detach().clone();
    Tensor b = start.parameters().get("in.bias").detach().clone();
    Tensor wOut = start.parameters().get("out.weight").detach().clone();
    Tensor bOut = start.parameters().get("out.bias").detach().clone();
    Tensor x = input();
    Tensor oneHot = torch.one_hot(labels(), CLASSES).to(torch.ScalarType.Float);
    float[] losses = new float[steps];
    for (int step = 0; step < steps; step++) {
      try (TensorScope scope = TensorScope.open()) {
        Tensor[] u = new Tensor[TIME]; // before the reset
        Tensor[] s = new Tensor[TIME];
        Tensor count = torch.zeros(BATCH, HIDDEN);
        Tensor v = torch.zeros(BATCH, HIDDEN);
        for (int t = 0; t < TIME; t++) {
          u[t] = v.mul(new Scalar(0.75)).add(torch.matmul(x.select(1, t), w.t())).add(b);
          s[t] = u[t].sub(new Scalar(1.0)).ge(new Scalar(0.0)).to(torch.ScalarType.Float);
          v = u[t].mul(s[t].neg().add(new Scalar(1.0)));
          count = count.add(s[t]);
        }
        Tensor logits = torch.matmul(count, wOut.t()).add(bOut);
        losses[step] = torch.cross_entropy_loss(logits, labels()).item_float();

        Tensor gLogits = torch.softmax(logits, 1).sub(oneHot).div(new Scalar((double) BATCH));
        Tensor gCount = torch.matmul(gLogits, wOut);
        Tensor gW = torch.zeros(HIDDEN, IN);
        Tensor gB = torch.zeros(HIDDEN);
        Tensor gV = torch.zeros(BATCH, HIDDEN); // of the potential after the reset, from later
        for (int t = TIME - 1; t >= 0; t--) {
          Tensor scaled = u[t].sub(new Scalar(1.0)).mul(new Scalar(Math.PI));
          Tensor surrogate = scaled.square().add(new Scalar(1.0)).reciprocal();
          Tensor gU = gCount.mul(surrogate).add(gV.mul(s[t].neg().add(new Scalar(1.0))));
          gW = gW.add(torch.matmul(gU.t(), x.select(1, t)));
          gB = gB.add(gU.sum(0));
          gV = gU.mul(new Scalar(0.75));
        }
        wOut.sub_(torch.matmul(gLogits.t(), count).mul(new Scalar(RATE)));
        bOut.sub_(gLogits.sum(0).mul(new Scalar(RATE)));
        w.sub_(gW.mul(new Scalar(RATE)));
        b.sub_(gB.mul(new Scalar(RATE)));
      }
    }
    return losses;
  }

  @Test
  void lossCurveIsThatOfTheSameNetworkWrittenOut() {
    Network network = new Network();
    Tensor x = input();
    Tensor labels = labels();
    Optimizer optimizer =
        Optimizer.sgd(
            0, new Optimizer.Group(network.parameters().values(), Schedule.constant(RATE), 0));
    float[] losses =
        new Training(
                network, optimizer, step -> torch.cross_entropy_loss(network.forward(x), labels), 1)
            .length(1, 50)
            .run()
            .losses();
    float[] expected = lossesWrittenOut(50);
    assertThat(losses[49]).as("it learns").isLessThan(0.5f * losses[0]);
    for (int i = 0; i < 50; i++) {
      assertThat(losses[i]).as("step %s", i).isCloseTo(expected[i], within(1e-4f));
    }
  }

  @Test
  void membraneLeaksAndResets() {
    try (TensorScope scope = TensorScope.open()) {
      Tensor input = TensorArrays.of(new float[] {0.8f, 0.8f, 0.8f, 0.1f, 0.1f}, 1, 5, 1);
      assertThat(TensorArrays.floats(lif(LifLayer.Reset.TO_ZERO).forward(input)))
          .as("0.8, 1.2 and over, 0.8, 0.5, 0.35")
          .containsExactly(0, 1, 0, 0, 0);
      assertThat(TensorArrays.floats(lif(LifLayer.Reset.BY_THRESHOLD).forward(input)))
          .as("0.8, 1.2 and over, 0.9, 0.55, 0.375")
          .containsExactly(0, 1, 0, 0, 0);
      assertThat(TensorArrays.floats(LifLayer.potentials(input, 2)))
          .usingComparatorWithPrecision(1e-6f)
          .containsExactly(0.8f, 1.2f, 1.4f, 0.8f, 0.5f);
    }
  }

  private static LifLayer lif(LifLayer.Reset reset) {
    return new LifLayer(2, 1, reset, Surrogate.atan(2));
  }

  @Test
  void partsGiveTheirNames() {
    assertThat(new Network().parameters().keySet())
        .containsExactlyElementsOf(List.of("in.weight", "in.bias", "out.weight", "out.bias"));
  }
}
