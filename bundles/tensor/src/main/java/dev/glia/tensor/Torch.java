package dev.glia.tensor;

import dev.glia.api.component.Fault;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/**
 * The native library, which a process loads once, whichever bundle asks first and however often
 * bundles are updated: its classes belong to the launcher. Safe for any thread.
 */
public final class Torch {
  private Torch() {}

  private static final class Library {
    private static final Throwable PROBLEM = load();

    private static Throwable load() {
      try {
        Loader.load(torch.class);
        return null;
      } catch (LinkageError problem) {
        return problem;
      }
    }
  }

  /**
   * Loads the library, which takes a second or two the first time in a process.
   *
   * @throws Fault MISSING if there is none for this platform
   */
  public static void require() {
    if (Library.PROBLEM != null) {
      throw new Fault(
          Fault.Kind.MISSING,
          "libtorch can't be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + Library.PROBLEM.getMessage()
              + ". Put the pytorch, openblas and javacpp jars of this platform into lib/native/.",
          Library.PROBLEM);
    }
  }

  /**
   * Demands algorithms that give the same numbers each time, and fixes the number of threads, on
   * which the order of sums depends. Holds for the process.
   *
   * @param threads at least 1
   */
  public static void deterministic(int threads) {
    require();
    torch.globalContext().setDeterministicAlgorithms(true, false);
    torch.globalContext().setDeterministicMkldnn(true);
    torch.set_num_threads(threads);
  }
}
