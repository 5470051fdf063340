package dev.glia.deployments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.Parameters;
import dev.glia.api.data.Sample;
import dev.glia.api.device.Deployment;
import dev.glia.api.device.DeviceException;
import dev.glia.api.encoding.Encoder;
import dev.glia.api.encoding.EncodingSink;
import dev.glia.api.encoding.Presentation;
import dev.glia.api.random.RandomStream;
import dev.glia.deployments.SpikePlayer.Forced;
import org.junit.jupiter.api.Test;

class EncodedSpikesTest {
  /** What a test's encoder does. */
  private interface Encoding {
    void to(Presentation presentation, EncodingSink sink);
  }

  private record Coder(Encoding encoding) implements Encoder {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of(ComponentKind.ENCODER, "coder", "1.0.0", "Of a test", "");
    }

    @Override
    public String drives() {
      return "";
    }

    @Override
    public void encode(Sample sample, Presentation shown, Parameters given, EncodingSink into) {
      encoding.to(shown, into);
    }
  }

  private static EncodedSpikes by(Encoding encoding) {
    return new EncodedSpikes(
        new Coder(encoding), Parameters.NONE, new RandomStream(1, "encoding", 0));
  }

  private static final Sample SAMPLE = Sample.of(new float[] {1}, 0);

  @Test
  void spikesOfAPresentationComeByTickAndStayInOrderWithinOne() throws DeviceException {
    try (Deployment chain = Chain.deployed()) {
      EncodedSpikes spikes =
          by(
              (shown, sink) -> {
                sink.spike(shown.ticks(), 0);
                sink.spike(1, shown.neurons() - 1);
                sink.spike(1, 0);
              });
      int last = chain.network().population("cells").size() - 1;
      assertThat(spikes.of(SAMPLE, chain.network(), "cells", 5))
          .containsExactly(
              new Forced(1, "cells", last), new Forced(1, "cells", 0), new Forced(5, "cells", 0));
    }
  }

  @Test
  void anEncoderThatSetsParametersIsRefused() throws DeviceException {
    try (Deployment chain = Chain.deployed()) {
      EncodedSpikes spikes = by((shown, sink) -> sink.parameter("rate", new double[] {1}));
      assertThatThrownBy(() -> spikes.of(SAMPLE, chain.network(), "cells", 5))
          .isInstanceOf(Fault.class)
          .hasMessageContaining("coder sets rate of 'cells'");
    }
  }
}
