package dev.glia.tensor;

import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerScope;

/**
 * Frees, when it's closed, every tensor and other native object that its thread made since it was
 * opened, except those that were kept. Scopes nest. What autograd or a layer still needs isn't
 * lost: only Java's hold on it ends.
 *
 * <p>One thread; scopes are closed in the reverse order of their opening.
 */
public final class TensorScope implements AutoCloseable {
  private final PointerScope outer = PointerScope.getInnerScope();
  private final PointerScope scope = new PointerScope();

  private TensorScope() {}

  public static TensorScope open() {
    return new TensorScope();
  }

  /**
   * Hands an object that was made in this scope to the scope around it; without one it lives until
   * it's closed or collected.
   */
  public <P extends Pointer> P keep(P object) {
    if (outer == null) {
      object.retainReference();
    } else {
      outer.attach(object);
    }
    scope.detach(object);
    return object;
  }

  @Override
  public void close() {
    scope.close();
  }
}
