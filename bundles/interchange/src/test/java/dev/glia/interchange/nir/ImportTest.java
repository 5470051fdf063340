package dev.glia.interchange.nir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import dev.glia.interchange.hdf5.Hdf5Data;
import dev.glia.interchange.nir.LoweredNetwork.Connection;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
  private static final float[] ONE = {1};

  @ParameterizedTest
  @CsvSource({
    "1,1,0,0,1,1,1",
    "2,1,1,0,1,1,1",
    "1,2,2,1,2,1,1",
    "2,2,1,1,1,2,2",
    "3,1,0,2,1,1,4",
  })
  void convolutionsAreTheSumsThatTheyStandFor(
      int strideY,
      int strideX,
      int paddingY,
      int paddingX,
      int dilationY,
      int dilationX,
      int groups) {
    int[] in = {4, 7, 6};
    int[] kernel = {8, 4 / groups, 3, 2};
    SplittableRandom random = new SplittableRandom(5);
    float[] weight = new float[kernel[0] * kernel[1] * kernel[2] * kernel[3]];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = (float) random.nextDouble() - 0.5f;
    }
    LoweredNetwork network =
        new Graphs()
            .node("in", "Input", "shape", in)
            .node(
                "conv",
                "Conv2d",
                "weight",
                Hdf5Data.of(weight, kernel),
                "stride",
                new int[] {strideY, strideX},
                "padding",
                new int[] {paddingY, paddingX},
                "dilation",
                new int[] {dilationY, dilationX},
                "groups",
                groups,
                "bias",
                new float[] {1, 2, 3, 4, 5, 6, 7, 8})
            .node("if", "IF", "r", ONE, "v_threshold", ONE)
            .edges("in", "conv", "conv", "if")
            .lower();

    int height = (7 + 2 * paddingY - dilationY * 2 - 1) / strideY + 1;
    int width = (6 + 2 * paddingX - dilationX - 1) / strideX + 1;
    assertThat(network.populations().get(1).shape()).containsExactly(8, height, width);
    assertThat(network.populations().get(1).bias()[height * width]).isEqualTo(2);
    double[][] expected = new double[4 * 7 * 6][8 * height * width];
    for (int o = 0; o < 8; o++) {
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          for (int c = 0; c < kernel[1]; c++) {
            for (int ky = 0; ky < 3; ky++) {
              for (int kx = 0; kx < 2; kx++) {
                int iy = y * strideY - paddingY + ky * dilationY;
                int ix = x * strideX - paddingX + kx * dilationX;
                int channel = o / (8 / groups) * kernel[1] + c;
                if (iy >= 0 && iy < 7 && ix >= 0 && ix < 6) {
                  expected[(channel * 7 + iy) * 6 + ix][(o * height + y) * width + x] +=
                      weight[((o * kernel[1] + c) * 3 + ky) * 2 + kx];
                }
              }
            }
          }
        }
      }
    }
    assertThat(dense(network.connections().get(0), 8 * height * width)).isDeepEqualTo(expected);
  }

  private static double[][] dense(Connection connection, int targets) {
    SparseMap map = connection.map();
    double[][] dense = new double[map.sources()][targets];
    for (int source = 0; source < map.sources(); source++) {
      for (int i = map.starts()[source]; i < map.starts()[source + 1]; i++) {
        dense[source][map.targets()[i]] += map.weights()[i];
      }
    }
    return dense;
  }

  @Test
  void oneDimensionalConvolutionsWithSamePaddingKeepTheLength() {
    LoweredNetwork network =
        new Graphs()
            .node("in", "Input", "shape", new int[] {1, 5})
            .node(
                "conv",
                "Conv1d",
                "weight",
                Hdf5Data.of(new float[] {1, 2, 3}, 1, 1, 3),
                "stride",
                1,
                "padding",
                "same",
                "dilation",
                1,
                "groups",
                1,
                "bias",
                new float[] {0})
            .node("if", "IF", "r", ONE, "v_threshold", ONE)
            .edges("in", "conv", "conv", "if")
            .lower();
    assertThat(dense(network.connections().get(0), 5))
        .isDeepEqualTo(
            new double[][] {
              {2, 1, 0, 0, 0}, {3, 2, 1, 0, 0}, {0, 3, 2, 1, 0}, {0, 0, 3, 2, 1}, {0, 0, 0, 3, 2}
            });
  }

  @Test
  void poolingSumsOrAveragesWindowsAndFlattenKeepsTheOrder() {
    for (String type : new String[] {"SumPool2d", "AvgPool2d"}) {
      LoweredNetwork network =
          new Graphs()
              .node("in", "Input", "shape", new int[] {2, 4, 4})
              .node(
                  "pool",
                  type,
                  "kernel_size",
                  new int[] {2, 2},
                  "stride",
                  new int[] {2, 2},
                  "padding",
                  new int[] {0, 0})
              .node("flat", "Flatten", "start_dim", 0, "end_dim", -1)
              .node("if", "IF", "r", ONE, "v_threshold", ONE)
              .edges("in", "pool", "pool", "flat", "flat", "if")
              .lower();
      double[][] map = dense(network.connections().get(0), 8);
      assertThat(network.populations().get(1).shape()).containsExactly(8);
      for (int at = 0; at < 32; at++) {
        int window = at / 16 * 4 + at % 16 / 8 * 2 + at % 4 / 2;
        for (int out = 0; out < 8; out++) {
          double weight = type.equals("SumPool2d") ? 1 : 0.25;
          assertThat(map[at][out]).isEqualTo(out == window ? weight : 0);
        }
      }
    }
  }

  @Test
  void chainsAreMultipliedParallelEdgesAddedAndBiasesCarriedAlong() {
    LoweredNetwork network =
        new Graphs()
            .node("in", "Input", "shape", new int[] {2})
            .node(
                "a",
                "Affine",
                "weight",
                new float[][] {{1, 2}, {3, 4}},
                "bias",
                new float[] {1, 10})
            .node("b", "Linear", "weight", new float[][] {{1, 1}})
            .node("s", "Scale", "scale", new float[] {0.5f})
            .node("lif", "LI", "tau", ONE, "r", ONE, "v_leak", ONE)
            .edges("in", "a", "a", "b", "b", "s", "s", "lif", "b", "lif")
            .lower();
    assertThat(network.connections()).hasSize(1);
    assertThat(dense(network.connections().get(0), 1)).isDeepEqualTo(new double[][] {{6}, {9}});
    assertThat(network.populations().get(1).bias()).containsExactly(16.5);
  }

  @Test
  void innerGraphsAreLaidOutFlat() {
    LoweredNetwork network = NestedGraph.lower(false);
    assertThat(network.populations())
        .extracting(LoweredNetwork.Population::name)
        .containsExactly("in", "sub/lif");
    assertThat(network.connections()).hasSize(2);
    assertThat(network.outputs()).containsExactly("sub/lif");
  }

  @Test
  void anEdgeOfAnInnerGraphThatLeadsNowhereIsNamed() {
    assertThatThrownBy(() -> NestedGraph.lower(true))
        .isInstanceOf(Fault.class)
        .hasMessage(
            "x.nir: node 'sub' (NIRGraph): an edge names the node 'nobody', which isn't there."
                + " There are [i, lif, w, o].");
  }

  @Test
  void whatIsLargeStandsInFilesBesideTheExperiment() {
    float[] weight = new float[100 * 50];
    java.util.Arrays.fill(weight, 0.5f);
    float[] tau = new float[100];
    for (int i = 0; i < 100; i++) {
      tau[i] = 0.01f + i * 1e-4f;
    }
    byte[] file =
        new Graphs()
            .node("in", "Input", "shape", new int[] {50})
            .node("w", "Linear", "weight", Hdf5Data.of(weight, 100, 50))
            .node("lif", "LIF", "tau", tau, "r", ONE, "v_leak", ONE, "v_threshold", ONE)
            .edges("in", "w", "w", "lif")
            .bytes();
    var imported = Graphs.imported(file, Map.of());
    assertThat(imported.files()).containsOnlyKeys("x.in-to-lif-1.npy");
    assertThat(imported.yaml()).contains("{file: x.in-to-lif-1.npy}").contains("[10 ms, 10.1 ms, ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Frobnicate | isn't supported. docs/interchange.md lists the nodes that are.",
        "Conv2d | weight is missing.",
        "LIF | tau is missing.",
        "NIRGraph | has no nodes.",
      })
  void whatCantBeRunIsRefusedByNodeAndType(String type, String why) {
    Graphs graph =
        new Graphs().node("in", "Input", "shape", new int[] {2}).node("x", type).edges("in", "x");
    assertThatThrownBy(graph::lower)
        .isInstanceOf(Fault.class)
        .hasMessage("x.nir: node 'x' (" + type + "): " + why);
  }

  @Test
  void shapesThatDontFitAreRefusedWithBoth() {
    Graphs graph =
        new Graphs()
            .node("in", "Input", "shape", new int[] {3})
            .node("w", "Linear", "weight", new float[][] {{1, 2}})
            .node("if", "IF", "r", ONE, "v_threshold", ONE)
            .edges("in", "w", "w", "if");
    assertThatThrownBy(graph::lower)
        .hasMessage("x.nir: node 'w' (Linear): takes the shape [2], but 'in' gives [3].");
  }

  @Test
  void circlesOfLinearNodesAreRefused() {
    Graphs graph =
        new Graphs()
            .node("in", "Input", "shape", new int[] {1})
            .node("a", "Linear", "weight", new float[][] {{1}})
            .node("b", "Linear", "weight", new float[][] {{1}})
            .edges("in", "a", "a", "b", "b", "a");
    assertThatThrownBy(graph::lower)
        .hasMessageContaining("node 'a' (Linear): is in, or behind, a circle of linear nodes");
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,has the value NaN",
    "Infinity,has the value Infinity",
    "-0.01,expected a positive"
  })
  void timesThatCantBeAreRefused(float tau, String why) {
    Graphs graph =
        new Graphs()
            .node(
                "lif",
                "LIF",
                "tau",
                new float[] {tau},
                "r",
                ONE,
                "v_leak",
                ONE,
                "v_threshold",
                ONE);
    assertThatThrownBy(graph::lower)
        .hasMessageStartingWith("x.nir: node 'lif' (LIF): tau ")
        .hasMessageContaining(why);
  }

  @Test
  void potentialsCantBeDelayed() {
    Graphs graph =
        new Graphs()
            .node("li", "LI", "tau", ONE, "r", ONE, "v_leak", ONE)
            .node("d", "Delay", "delay", new float[] {0.001f})
            .node("if", "IF", "r", ONE, "v_threshold", ONE)
            .edges("li", "d", "d", "if");
    assertThatThrownBy(graph::lower)
        .hasMessageContaining("node 'if' (IF): gets the potential of 'li' through a Delay");
  }

  @Test
  void neuronsWithoutAShapeTakeThatOfTheirInput() {
    LoweredNetwork network =
        new Graphs()
            .node("in", "Input", "shape", new int[] {2, 3})
            .node(
                "if",
                "IF",
                "r",
                Hdf5Data.of(new float[] {2}),
                "v_threshold",
                Hdf5Data.of(new float[] {1, 2}, 2, 1))
            .edges("in", "if")
            .lower();
    assertThat(network.populations().get(1).size()).isEqualTo(6);
    assertThat(network.populations().get(1).parameters().get("v_threshold"))
        .containsExactly(1, 1, 1, 2, 2, 2);
  }
}
