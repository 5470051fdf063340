package dev.glia.studies.deep.dclsdelays;

import dev.glia.api.random.RandomStream;
import dev.glia.tensor.BatchNormLayer;
import dev.glia.tensor.DelayLayer;
import dev.glia.tensor.DropoutLayer;
import dev.glia.tensor.Layer;
import dev.glia.tensor.LifLayer;
import dev.glia.tensor.NoGradient;
import dev.glia.tensor.Surrogate;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * One hidden layer of spiking neurons behind delayed synapses, and a readout of neurons that never
 * spike. {@code [batch, time, channels]} in; out comes a score a class, {@code [batch, classes]}.
 */
final class DelayNetwork extends Layer {
  /** Of the membrane, in steps: almost no memory, so that delays have to do the timing. */
  private static final double TAU = 1.005;

  private static final double SLOPE = 5;
  private static final double DROPPED = 0.1;

  private final DelayLayer hidden;
  private final BatchNormLayer norm;
  private final LifLayer cells;
  private final DropoutLayer dropout;
  private final DelayLayer readout;

  DelayNetwork(int hiddenNeurons, int classes, int taps, RandomStream random) {
    hidden = part("hidden", new DelayLayer(DelayCodeTask.CHANNELS, hiddenNeurons, taps, random));
    norm = part("norm", new BatchNormLayer(hiddenNeurons));
    cells = part("cells", new LifLayer(TAU, 1, LifLayer.Reset.TO_ZERO, Surrogate.atan(SLOPE)));
    dropout = part("dropout", new DropoutLayer(DROPPED));
    readout = part("readout", new DelayLayer(hiddenNeurons, classes, taps, random));
  }

  @Override
  public Tensor forward(Tensor input) {
    Tensor spikes = cells.forward(norm.forward(hidden.forward(input)));
    Tensor potentials = LifLayer.potentials(readout.forward(dropout.forward(spikes)), TAU);
    return torch.softmax(potentials, 2).sum(1);
  }

  List<DelayLayer> delayed() {
    return List.of(hidden, readout);
  }

  List<Tensor> positions() {
    return delayed().stream().map(DelayLayer::position).toList();
  }

  /** What is trained besides positions. */
  List<Tensor> weights() {
    return parameters().entrySet().stream()
        .filter(each -> !each.getKey().endsWith("position"))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Lets all synapses deliver at once. */
  void removeDelays() {
    try (NoGradient off = NoGradient.begin()) {
      for (DelayLayer layer : delayed()) {
        layer.position().fill_(new Scalar((double) layer.reach()));
      }
    }
  }
}
