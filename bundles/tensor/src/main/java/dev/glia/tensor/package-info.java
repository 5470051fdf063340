/**
 * Networks that learn by gradients, on libtorch.
 *
 * <p>Tensors are libtorch's own ({@code org.bytedeco.pytorch.Tensor}) and so are the operations on
 * them: that library is used, not wrapped. What is here is what its Java binding lacks: memory
 * scopes, layers with named parameters, surrogate gradients, optimizers with schedules, a training
 * loop that can be stopped and resumed, and checkpoints that other tools read.
 *
 * <p><b>Shapes.</b> Sequences are {@code [batch, time, features]}, float32, unless said otherwise.
 *
 * <p><b>Memory.</b> Tensors live outside of the Java heap, where its collector doesn't look.
 * Whatever makes tensors in a loop does so inside of a {@link dev.glia.tensor.TensorScope}.
 *
 * <p><b>Determinism.</b> After {@link dev.glia.tensor.Torch#deterministic} the same seeds and the
 * same number of threads give the same numbers, on the same kind of processor.
 */
@Export
@Version("1.0.0")
package dev.glia.tensor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
