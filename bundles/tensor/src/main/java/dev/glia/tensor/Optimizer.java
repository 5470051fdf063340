package dev.glia.tensor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleFunction;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OptimizerOptions;
import org.bytedeco.pytorch.OptimizerParamGroup;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * One of libtorch's optimizers, whose groups of parameters have a schedule each. One thread at a
 * time.
 */
public final class Optimizer implements AutoCloseable {
  /**
   * Parameters that are treated alike.
   *
   * @param weightDecay as the optimizer defines it: in the gradient (Adam, SGD) or beside it
   *     (AdamW)
   */
  public record Group(Collection<Tensor> parameters, Schedule rate, double weightDecay) {
    public Group {
      parameters = List.copyOf(parameters);
    }
  }

  private final org.bytedeco.pytorch.Optimizer optimizer;
  private final List<Group> groups;

  private Optimizer(org.bytedeco.pytorch.Optimizer optimizer, Group[] groups) {
    this.optimizer = optimizer;
    this.groups = List.of(groups);
  }

  /** Kingma and Ba 2015, with the usual 0.9, 0.999 and 1e-8. */
  public static Optimizer adam(Group... groups) {
    return of(
        decay -> {
          AdamOptions options = new AdamOptions(1e-3);
          options.weight_decay().put(decay);
          return options;
        },
        (first, options) -> new Adam(first, new AdamOptions(options)),
        groups);
  }

  /** Adam with decoupled weight decay (Loshchilov and Hutter 2019). */
  public static Optimizer adamW(Group... groups) {
    return of(
        decay -> {
          AdamWOptions options = new AdamWOptions(1e-3);
          options.weight_decay().put(decay);
          return options;
        },
        (first, options) -> new AdamW(first, new AdamWOptions(options)),
        groups);
  }

  /** Stochastic gradient descent with momentum; 0 for none. */
  public static Optimizer sgd(double momentum, Group... groups) {
    return of(
        decay -> {
          SGDOptions options = new SGDOptions(1e-3);
          options.momentum().put(momentum);
          options.weight_decay().put(decay);
          return options;
        },
        (first, options) -> new SGD(first, new SGDOptions(options)),
        groups);
  }

  private static Optimizer of(
      DoubleFunction<OptimizerOptions> options,
      BiFunction<TensorVector, OptimizerOptions, org.bytedeco.pytorch.Optimizer> maker,
      Group... groups) {
    if (groups.length == 0) {
      throw new IllegalArgumentException("an optimizer needs parameters");
    }
    Torch.require();
    org.bytedeco.pytorch.Optimizer optimizer =
        maker.apply(vector(groups[0]), options.apply(groups[0].weightDecay()));
    for (Group group : List.of(groups).subList(1, groups.length)) {
      optimizer.add_param_group(
          new OptimizerParamGroup(vector(group), options.apply(group.weightDecay())));
    }
    return new Optimizer(optimizer, groups);
  }

  private static TensorVector vector(Group group) {
    return new TensorVector(group.parameters().toArray(Tensor[]::new));
  }

  /** Forgets the gradients of all parameters. */
  public void zeroGradients() {
    optimizer.zero_grad();
  }

  /** Scales the gradients of all groups down together if their norm is larger than this. */
  public void clipGradients(double largestNorm) {
    Tensor[] all = groups.stream().flatMap(g -> g.parameters().stream()).toArray(Tensor[]::new);
    torch.clip_grad_norm_(new TensorVector(all), largestNorm);
  }

  /** Changes the parameters by one step, at the rates that the schedules give for it. */
  public void step(long step, long steps) {
    for (int i = 0; i < groups.size(); i++) {
      double rate = groups.get(i).rate().rate(step, steps);
      optimizer.param_groups().get(i).options().set_lr(rate);
    }
    optimizer.step();
  }

  /** Its moments and counts, in libtorch's own format. */
  public byte[] state() {
    try (TensorScope scope = TensorScope.open()) {
      Path file = Files.createTempFile("optimizer", ".pt");
      try {
        OutputArchive archive = new OutputArchive();
        optimizer.save(archive);
        archive.save_to(file.toString());
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes over what {@link #state} gave for the same groups. */
  public void restore(byte[] state) {
    try (TensorScope scope = TensorScope.open()) {
      Path file = Files.createTempFile("optimizer", ".pt");
      try {
        Files.write(file, state);
        InputArchive archive = new InputArchive();
        archive.load_from(file.toString());
        optimizer.load(archive);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    optimizer.close();
  }
}
