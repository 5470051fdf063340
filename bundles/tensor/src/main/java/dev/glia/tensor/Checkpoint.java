package dev.glia.tensor;

import dev.glia.api.component.Fault;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A network's parameters and buffers as a safetensors file, under the names that PyTorch would use.
 */
public final class Checkpoint {
  private Checkpoint() {}

  /** The state of a network. */
  public static SequencedMap<String, Safetensors.Entry> of(Layer network) {
    SequencedMap<String, Safetensors.Entry> entries = new LinkedHashMap<>();
    network.state().forEach((name, tensor) -> entries.put(name, entry(tensor)));
    return entries;
  }

  /** Writes the state of a network, with texts about it. */
  public static void write(Layer network, Map<String, String> metadata, Path file) {
    new Safetensors(of(network), metadata).write(file);
  }

  /**
   * Gives a network the state that a file holds.
   *
   * @throws Fault INPUT naming the file if it isn't the state of such a network, which is then
   *     unchanged
   */
  public static void read(Layer network, Path file) {
    load(network, Safetensors.read(file).tensors(), file.toString());
  }

  static void load(Layer network, Map<String, Safetensors.Entry> entries, String file) {
    try (TensorScope scope = TensorScope.open()) {
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      entries.forEach((name, entry) -> tensors.put(name, tensor(entry)));
      network.load(tensors);
    } catch (IllegalArgumentException e) {
      throw Fault.input("'" + file + "' doesn't fit this network: " + e.getMessage() + ".");
    }
  }

  private static Safetensors.Entry entry(Tensor tensor) {
    try (TensorScope scope = TensorScope.open()) {
      Tensor plain = tensor.detach().contiguous();
      Safetensors.Type type = type(plain.scalar_type().intern());
      byte[] bytes = new byte[Math.toIntExact(plain.numel() * type.bytes())];
      new BytePointer(plain.data_ptr()).get(bytes);
      return new Safetensors.Entry(type, TensorArrays.shape(plain), bytes);
    }
  }

  private static Tensor tensor(Safetensors.Entry entry) {
    Tensor tensor = TensorArrays.empty(type(entry.type()), entry.shape());
    new BytePointer(tensor.data_ptr()).put(entry.bytes());
    return tensor;
  }

  private static Safetensors.Type type(ScalarType type) {
    for (Safetensors.Type each : Safetensors.Type.values()) {
      if (type(each) == type) {
        return each;
      }
    }
    throw new IllegalArgumentException("tensors of " + type + " can't be kept");
  }

  private static ScalarType type(Safetensors.Type type) {
    return switch (type) {
      case F64 -> ScalarType.Double;
      case F32 -> ScalarType.Float;
      case F16 -> ScalarType.Half;
      case BF16 -> ScalarType.BFloat16;
      case I64 -> ScalarType.Long;
      case I32 -> ScalarType.Int;
      case I16 -> ScalarType.Short;
      case I8 -> ScalarType.Char;
      case U8 -> ScalarType.Byte;
      case BOOL -> ScalarType.Bool;
    };
  }
}
