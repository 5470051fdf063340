package dev.glia.platform.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glia.api.component.ComponentKind;
import org.junit.jupiter.api.Test;

class ModelHeaderTest {
  private static final String PLAIN = "glia: 1\nkind: neuron\nid: lif\nversion: 1.0.0\n";

  @Test
  void plainHeaderIsFound() {
    assertThat(ModelHeader.scan(PLAIN)).contains(header());
    assertThat(ModelHeader.scan(PLAIN.replace("\n", "\r\n"))).contains(header());
    assertThat(ModelHeader.scan(PLAIN.replace("lif", "lif   # leaky"))).contains(header());
  }

  @Test
  void textInBlocksIsNotTakenForTheHeader() {
    String text = PLAIN + "summary: |\n  id: other\n  kind: synapse\n";

    assertThat(ModelHeader.scan(text)).contains(header());
  }

  @Test
  void whatIsUnusualIsLeftToTheReader() {
    assertThat(ModelHeader.scan(PLAIN.replace("lif", "'lif'"))).isEmpty();
    assertThat(ModelHeader.scan(PLAIN.replace("lif", "Lif"))).isEmpty();
    assertThat(ModelHeader.scan(PLAIN + "id: twice\n")).isEmpty();
    assertThat(ModelHeader.scan(PLAIN.replace("1.0.0", "1.0"))).isEmpty();
    assertThat(ModelHeader.scan(PLAIN.replace("neuron", "topology"))).isEmpty();
    assertThat(ModelHeader.scan("{glia: 1, kind: neuron, id: lif, version: 1.0.0}")).isEmpty();
    assertThat(ModelHeader.scan("")).isEmpty();
  }

  private static ModelHeader header() {
    return new ModelHeader(ComponentKind.NEURON, "lif", "1.0.0");
  }
}
