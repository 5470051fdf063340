package dev.glia.studies.deep.dclsdelays;

import dev.glia.api.random.RandomStream;
import dev.glia.api.random.Streams;
import dev.glia.api.study.CellContext;
import dev.glia.tensor.DelayLayer;
import dev.glia.tensor.NoGradient;
import dev.glia.tensor.Optimizer;
import dev.glia.tensor.Schedule;
import dev.glia.tensor.TensorArrays;
import dev.glia.tensor.TensorScope;
import dev.glia.tensor.Training;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The procedure: weights and positions by surrogate gradients with kernels that become narrow, then
 * delays rounded to whole steps, then weights alone.
 */
final class DelayTraining {
  private static final int BATCH = 100;
  private static final int BATCHES = 10; // an epoch, of fresh samples
  private static final int TESTED = 1000;
  private static final double WEIGHT_RATE = 5e-3;
  private static final double PEAK = 5; // times the rate of weights
  private static final double POSITION_RATE = 0.1;
  private static final double WEIGHT_DECAY = 1e-5;
  private static final double NARROW = 0.23;

  private final DelayNetwork network;
  private final DelayCodeTask task;
  private final CellContext context;
  private final int epochs;
  private final long seed;
  private final double[] accuracies;

  DelayTraining(DelayNetwork network, DelayCodeTask task, CellContext context) {
    this.network = network;
    this.task = task;
    this.context = context;
    this.epochs = context.cell().integer("epochs");
    this.seed = context.cell().seed();
    this.accuracies = new double[epochs];
  }

  /** Trains with kernels of finite width. */
  void train(boolean positions, boolean annealed) {
    Optimizer.Group weights =
        new Optimizer.Group(
            network.weights(),
            Schedule.oneCycle(PEAK * WEIGHT_RATE).inStairs(BATCHES),
            WEIGHT_DECAY);
    Optimizer.Group delays =
        new Optimizer.Group(
            network.positions(), Schedule.cosine(POSITION_RATE).inStairs(BATCHES), 0);
    try (Optimizer optimizer =
        positions ? Optimizer.adam(weights, delays) : Optimizer.adam(weights)) {
      run("train", optimizer, epochs, step -> setWidth(sigma((int) (step / BATCHES), annealed)));
    }
    setWidth(NARROW);
    context.series("accuracy_by_epoch", epochs(), accuracies);
  }

  /** Rounds delays and trains weights on. */
  void fineTune() {
    network.delayed().forEach(DelayLayer::roundDelays);
    try (Optimizer optimizer =
        Optimizer.adam(
            new Optimizer.Group(network.weights(), Schedule.constant(WEIGHT_RATE), WEIGHT_DECAY))) {
      run("fine-tune", optimizer, context.cell().integer("tuning"), step -> {});
    }
  }

  private void run(String purpose, Optimizer optimizer, int epochs, LongConsumer before) {
    Training.Task training =
        new Training.Task() {
          @Override
          public Tensor loss(long step) {
            before.accept(step);
            RandomStream random = new RandomStream(seed, "samples/" + purpose, step);
            DelayCodeTask.Batch batch = task.draw(BATCH, random);
            return torch.cross_entropy_loss(
                network.forward(input(batch)), TensorArrays.of(batch.labels(), BATCH));
          }

          @Override
          public void stepped(long step) {
            network.delayed().forEach(DelayLayer::clampPositions);
          }

          @Override
          public double validate(int epoch) {
            double accuracy = accuracy("validation", 200);
            if (purpose.equals("train")) {
              accuracies[epoch] = accuracy;
            }
            return accuracy;
          }
        };
    Training.Outcome outcome =
        new Training(network, optimizer, training, Streams.key(seed, purpose))
            .length(epochs, BATCHES)
            .observer(
                (step, steps, loss) -> {
                  context.progress(step, steps, "steps");
                  return !context.isCancelled();
                })
            .run();
    if (!outcome.completed()) {
      throw new CancellationException();
    }
  }

  /** Share of right answers to fresh samples. */
  double accuracy() {
    return accuracy("test", TESTED);
  }

  private double accuracy(String purpose, int samples) {
    network.train(false);
    try (TensorScope scope = TensorScope.open();
        NoGradient off = NoGradient.begin()) {
      DelayCodeTask.Batch batch = task.draw(samples, new RandomStream(seed, purpose, 0));
      Tensor answers = network.forward(input(batch)).argmax(new LongOptional(1), false);
      Tensor right = answers.eq(TensorArrays.of(batch.labels(), samples));
      return right.to(torch.ScalarType.Float).mean().item_double();
    }
  }

  private static Tensor input(DelayCodeTask.Batch batch) {
    return TensorArrays.of(
        batch.spikes(), batch.labels().length, DelayCodeTask.STEPS, DelayCodeTask.CHANNELS);
  }

  private void setWidth(double sigma) {
    network.delayed().forEach(layer -> layer.setSigma(sigma));
  }

  /** Wide while delays search, then narrow: by the same factor each of the first quarter. */
  private double sigma(int epoch, boolean annealed) {
    double start = network.delayed().getFirst().reach();
    int until = Math.max(1, epochs / 4);
    return annealed && epoch < until
        ? start * Math.pow(NARROW / start, (double) epoch / until)
        : NARROW;
  }

  private double[] epochs() {
    double[] x = new double[epochs];
    for (int i = 0; i < epochs; i++) {
      x[i] = i + 1;
    }
    return x;
  }
}
