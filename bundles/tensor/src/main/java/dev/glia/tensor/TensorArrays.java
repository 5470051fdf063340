package dev.glia.tensor;

import java.util.Arrays;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Between arrays and tensors. Values are copied, in C order. Safe for any thread. */
public final class TensorArrays {
  private TensorArrays() {}

  /**
   * A tensor of float32.
   *
   * @throws IllegalArgumentException unless there are as many values as the shape says
   */
  public static Tensor of(float[] values, long... shape) {
    check(values.length, shape);
    Tensor tensor = empty(ScalarType.Float, shape);
    new FloatPointer(tensor.data_ptr()).put(values);
    return tensor;
  }

  /** A tensor of float64. */
  public static Tensor of(double[] values, long... shape) {
    check(values.length, shape);
    Tensor tensor = empty(ScalarType.Double, shape);
    new DoublePointer(tensor.data_ptr()).put(values);
    return tensor;
  }

  /** A tensor of int64: class labels, indices. */
  public static Tensor of(long[] values, long... shape) {
    check(values.length, shape);
    Tensor tensor = empty(ScalarType.Long, shape);
    new LongPointer(tensor.data_ptr()).put(values);
    return tensor;
  }

  /** The values as float32, whatever type the tensor has. */
  public static float[] floats(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.numel())];
    try (TensorScope scope = TensorScope.open()) {
      Tensor plain = tensor.detach().to(ScalarType.Float).contiguous();
      new FloatPointer(plain.data_ptr()).get(values);
    }
    return values;
  }

  /** The values as float64. */
  public static double[] doubles(Tensor tensor) {
    double[] values = new double[Math.toIntExact(tensor.numel())];
    try (TensorScope scope = TensorScope.open()) {
      Tensor plain = tensor.detach().to(ScalarType.Double).contiguous();
      new DoublePointer(plain.data_ptr()).get(values);
    }
    return values;
  }

  /** The values as int64. */
  public static long[] longs(Tensor tensor) {
    long[] values = new long[Math.toIntExact(tensor.numel())];
    try (TensorScope scope = TensorScope.open()) {
      Tensor plain = tensor.detach().to(ScalarType.Long).contiguous();
      new LongPointer(plain.data_ptr()).get(values);
    }
    return values;
  }

  /** The sides of a tensor. */
  public static long[] shape(Tensor tensor) {
    long[] shape = new long[Math.toIntExact(tensor.dim())];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = tensor.size(i);
    }
    return shape;
  }

  static Tensor zeros(long... shape) {
    return empty(ScalarType.Float, shape).fill_(new Scalar(0.0));
  }

  static Tensor empty(ScalarType type, long... shape) {
    Torch.require();
    return torch.empty(shape, new TensorOptions(type), null);
  }

  private static void check(int length, long[] shape) {
    long items = 1;
    for (long side : shape) {
      items = Math.multiplyExact(items, side);
    }
    if (items != length) {
      throw new IllegalArgumentException(
          length + " numbers aren't a tensor of " + Arrays.toString(shape));
    }
  }
}
