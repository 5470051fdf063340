package dev.glia.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.api.random.RandomStream;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingTest {
  @TempDir Path temp;

  @BeforeAll
  static void fixThreads() {
    Torch.deterministic(1);
  }

  /** Two layers with dropout and batch statistics, so that all kinds of state matter. */
  private static final class Network extends Layer {
    final DelayLayer delays = part("delays", new DelayLayer(4, 8, 5, new RandomStream(1, "w", 0)));
    final BatchNormLayer norm = part("norm", new BatchNormLayer(8));
    final LifLayer cells =
        part("cells", new LifLayer(2, 1, LifLayer.Reset.TO_ZERO, Surrogate.atan(5)));
    final DropoutLayer dropout = part("dropout", new DropoutLayer(0.3));
    final LinearLayer out = part("out", new LinearLayer(8, 2, new RandomStream(1, "out", 0)));

    @Override
    public Tensor forward(Tensor input) {
      Tensor spikes = cells.forward(norm.forward(delays.forward(input)));
      return out.forward(dropout.forward(spikes).sum(1));
    }
  }

  private static Tensor loss(Network network, long step) {
    Tensor x = Draws.uniform(new RandomStream(7, "x", step), 1, 6, 12, 4);
    Tensor labels = TensorArrays.of(new long[] {0, 1, 0, 1, 0, 1}, 6);
    return torch.cross_entropy_loss(network.forward(x), labels);
  }

  private static Training training(Network network) {
    Optimizer optimizer =
        Optimizer.adam(
            new Optimizer.Group(network.parameters().values(), Schedule.cosine(0.01), 1e-4));
    return new Training(network, optimizer, step -> loss(network, step), 5).length(6, 4).clip(1);
  }

  @Test
  void theSameSeedGivesTheSameLosses() {
    float[] first = training(new Network()).run().losses();
    assertThat(training(new Network()).run().losses()).containsExactly(first);
  }

  @Test
  void stoppedAndResumedItIsAsInOneGo() {
    Network undisturbed = new Network();
    float[] expected = training(undisturbed).run().losses();

    Path file = temp.resolve("checkpoint.safetensors");
    Training.Outcome stopped =
        training(new Network()).checkpoint(file).observer((step, steps, loss) -> step < 14).run();
    assertThat(stopped.completed()).isFalse();
    assertThat(stopped.losses()).as("three whole epochs").hasSize(12);

    Network resumed = new Network();
    Training.Outcome outcome = training(resumed).checkpoint(file).run();
    assertThat(outcome.completed()).isTrue();
    assertThat(outcome.losses()).containsExactly(expected);
    resumed
        .state()
        .forEach(
            (name, tensor) ->
                assertThat(TensorArrays.floats(tensor))
                    .as(name)
                    .containsExactly(TensorArrays.floats(undisturbed.state().get(name))));
  }

  @Test
  void anotherTrainingsCheckpointIsRefused() {
    Path file = temp.resolve("checkpoint.safetensors");
    training(new Network()).checkpoint(file).run();
    assertThatThrownBy(() -> training(new Network()).length(2, 2).checkpoint(file).run())
        .isInstanceOf(Fault.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("another training");
  }

  @Test
  void aCheckpointOfAnotherNetworkIsRefusedAndNothingChanges() {
    Path file = temp.resolve("model.safetensors");
    Checkpoint.write(new LinearLayer(3, 2, new RandomStream(1, "a", 0)), Map.of(), file);
    LinearLayer other = new LinearLayer(2, 2, new RandomStream(1, "b", 0));
    float[] before = TensorArrays.floats(other.parameters().get("weight"));
    assertThatThrownBy(() -> Checkpoint.read(other, file))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("model.safetensors")
        .hasMessageContaining("weight is [2, 3], the network's [2, 2]");
    assertThat(TensorArrays.floats(other.parameters().get("weight"))).containsExactly(before);
  }

  @Test
  void itEndsWhenValidationNoLongerImproves() {
    double[] validations = {0.2, 0.5, 0.4, 0.5, 0.3, 0.3, 0.3, 0.3};
    Network network = new Network();
    Training.Task task =
        new Training.Task() {
          @Override
          public Tensor loss(long step) {
            return TrainingTest.loss(network, step);
          }

          @Override
          public double validate(int epoch) {
            assertThat(network.isTraining()).isFalse();
            return validations[epoch];
          }
        };
    Optimizer optimizer =
        Optimizer.adamW(
            new Optimizer.Group(network.parameters().values(), Schedule.constant(1e-3), 0));
    Training.Outcome outcome =
        new Training(network, optimizer, task, 1).length(8, 1).patience(3).run();
    assertThat(outcome.validations()).hasSize(5);
    assertThat(outcome.best()).isEqualTo(1);
  }

  @Test
  void aLossThatIsNotFiniteStopsIt() {
    LinearLayer network = new LinearLayer(1, 1, new RandomStream(1, "a", 0));
    Optimizer optimizer =
        Optimizer.sgd(
            0, new Optimizer.Group(network.parameters().values(), Schedule.constant(1), 0));
    Training.Task task =
        step ->
            network
                .forward(TensorArrays.of(new float[] {1}, 1, 1))
                .sum()
                .mul(new Scalar(step == 2 ? Double.NaN : 1.0));
    assertThatThrownBy(() -> new Training(network, optimizer, task, 1).length(1, 5).run())
        .isInstanceOf(Fault.class)
        .hasMessageContaining("step 2");
  }

  /** Every tensor that a step makes is freed after it. */
  @Test
  void nativeMemoryStaysFlat() {
    Network network = new Network();
    long[] pointers = new long[1000];
    long[] resident = new long[1000];
    Optimizer optimizer =
        Optimizer.adam(
            new Optimizer.Group(network.parameters().values(), Schedule.constant(1e-3), 0));
    new Training(network, optimizer, step -> loss(network, step), 1)
        .length(10, 100)
        .observer(
            (step, steps, loss) -> {
              pointers[(int) step - 1] = Pointer.totalCount();
              resident[(int) step - 1] = Pointer.physicalBytes();
              return true;
            })
        .run();
    assertThat(pointers[999]).as("native objects").isLessThanOrEqualTo(pointers[199]);
    System.out.printf(
        "resident memory: %d MB after 200 steps, %d MB after 1,000; %d native objects%n",
        resident[199] >> 20, resident[999] >> 20, pointers[999]);
    assertThat(resident[999] - resident[199]).as("resident bytes").isLessThan(32L << 20);
  }
}
