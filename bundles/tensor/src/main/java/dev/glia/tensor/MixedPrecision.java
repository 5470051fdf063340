package dev.glia.tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * While it's open, products of matrices and convolutions of its thread are computed in bfloat16,
 * sums and losses in float32, as libtorch's autocast decides; parameters stay float32. It halves
 * the memory of activations, and is faster on processors with instructions for bfloat16; on others
 * {@link #whereSupported} changes nothing.
 *
 * <p>Numbers aren't those of float32, and differ between kinds of processors.
 */
public final class MixedPrecision implements AutoCloseable {
  private final boolean on;

  private MixedPrecision(boolean on) {
    this.on = on;
    if (on) {
      torch.increment_nesting();
      torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
      torch.set_autocast_enabled(DeviceType.CPU, true);
    }
  }

  /** Begins, if this processor has instructions for bfloat16. */
  public static MixedPrecision whereSupported() {
    return begin(isSupported());
  }

  /** Begins in any case, or not at all. */
  static MixedPrecision begin(boolean on) {
    Torch.require();
    if (on && torch.is_autocast_enabled(DeviceType.CPU)) {
      throw new IllegalStateException("mixed precision has begun already on this thread");
    }
    return new MixedPrecision(on);
  }

  /** Whether this processor has instructions for bfloat16; known on Linux only. */
  public static boolean isSupported() {
    try {
      String processor = Files.readString(Path.of("/proc/cpuinfo"));
      return processor.contains("avx512_bf16") || processor.contains("amx_bf16");
    } catch (IOException unknown) {
      return false;
    }
  }

  @Override
  public void close() {
    if (on) {
      torch.set_autocast_enabled(DeviceType.CPU, false);
      if (torch.decrement_nesting() == 0) {
        torch.clear_cache();
      }
    }
  }
}
