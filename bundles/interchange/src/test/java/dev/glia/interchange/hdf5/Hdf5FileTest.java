package dev.glia.interchange.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.interchange.hdf5.Hdf5Item.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written, jHDF reads. */
class Hdf5FileTest {
  private static Hdf5Tree.Group read(Group root) {
    return Hdf5Reader.read(Hdf5File.bytes(root), "x.h5");
  }

  @Test
  void numbersAreReadInTheirShape() {
    Group root = new Group();
    root.dataset("d", Hdf5Data.of(new double[] {1, 2, 3, 4, 5, 6.5}, 2, 3));
    root.dataset("f", Hdf5Data.of(new float[] {0.1f}, 1));
    root.dataset("i", Hdf5Data.of(new long[] {-3}));
    root.dataset("none", Hdf5Data.of(new double[0], 0));

    Hdf5Tree.Group tree = read(root);

    Hdf5Tree.Numbers matrix = (Hdf5Tree.Numbers) tree.members().get("d");
    assertThat(matrix.shape()).containsExactly(2, 3);
    assertThat(matrix.values()).containsExactly(1, 2, 3, 4, 5, 6.5);
    assertThat(matrix.single()).isFalse();
    assertThat(((Hdf5Tree.Numbers) tree.members().get("f")).values()).containsExactly(0.1f);
    assertThat(((Hdf5Tree.Numbers) tree.members().get("f")).single()).isTrue();
    assertThat(((Hdf5Tree.Numbers) tree.members().get("i")).shape()).isEmpty();
    assertThat(((Hdf5Tree.Numbers) tree.members().get("i")).values()).containsExactly(-3);
    assertThat(((Hdf5Tree.Numbers) tree.members().get("none")).values()).isEmpty();
  }

  @Test
  void manyTextsAreReadFromSeveralHeaps() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 130_000; i++) {
      texts.add("é" + i);
    }
    Group root = new Group();
    root.group("inner").dataset("texts", Hdf5Data.texts(texts, 65_000, 2));

    Hdf5Tree.Group inner = (Hdf5Tree.Group) read(root).members().get("inner");

    Hdf5Tree.Texts read = (Hdf5Tree.Texts) inner.members().get("texts");
    assertThat(read.path()).isEqualTo("/inner/texts");
    assertThat(read.shape()).containsExactly(65_000, 2);
    assertThat(read.texts()).isEqualTo(texts);
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(Hdf5File.bytes(sample())).isEqualTo(Hdf5File.bytes(sample()));
  }

  private static Group sample() {
    Group root = new Group();
    root.attribute("a", "b");
    root.dataset("x", Hdf5Data.text("y")).attribute("to", new Hdf5Data.Reference(root));
    return root;
  }

  @Test
  void groupsNestedTooDeepAreRefusedWithTheirPath() {
    Group root = new Group();
    Group at = root;
    for (int i = 0; i < 60; i++) {
      at = at.group("g");
    }
    assertThatThrownBy(() -> read(root))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("x.h5: /g/g/g")
        .hasMessageContaining("nested deeper");
  }

  @Test
  void whatIsNoHdf5FileIsRefusedByName() {
    for (byte[] bytes : List.of(new byte[0], new byte[5000], "glia: 1".getBytes())) {
      assertThatThrownBy(() -> Hdf5Reader.read(bytes, "x.h5"))
          .isInstanceOf(Fault.class)
          .hasMessageStartingWith("x.h5: not an HDF5 file");
    }
  }

  @Test
  void namesThatAPathWouldSplitAreRefused() {
    for (String name : List.of("a/b", "", ".")) {
      assertThatThrownBy(() -> new Group().group(name))
          .isInstanceOf(IllegalArgumentException.class);
    }
    Group twice = new Group();
    twice.group("a");
    assertThatThrownBy(() -> twice.dataset("a", Hdf5Data.texts(Collections.emptyList(), 0)))
        .hasMessageContaining("there already");
  }
}
