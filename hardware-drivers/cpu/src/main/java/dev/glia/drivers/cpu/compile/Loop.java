package dev.glia.drivers.cpu.compile;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A loop over {@code k} from {@code from} to {@code to}: values, and where they go.
 *
 * @param nodes operands first
 * @param stores in an iteration they happen after all loads
 * @param spike truth whose bits are set in {@code bits}, bit k; null for none
 * @param narrow whether TARGET indices are chars
 * @param ragged whether {@code to - from} may be any number, not only whole vectors
 */
record Loop(List<Node> nodes, List<Store> stores, Node spike, boolean narrow, boolean ragged) {
  Loop {
    nodes = List.copyOf(nodes);
    stores = List.copyOf(stores);
  }

  /**
   * A value that is kept.
   *
   * @param add whether it's added to the element instead of replacing it
   * @param checked whether the loop's result tells that it wasn't finite
   */
  record Store(int array, Place place, Node value, boolean add, boolean checked) {}

  /** A loop over whole vectors, as arrays are padded. */
  static Loop of(Graph graph, List<Store> stores, Node spike) {
    return of(graph, stores, spike, false, false);
  }

  static Loop of(Graph graph, List<Store> stores, Node spike, boolean narrow, boolean ragged) {
    List<Node> results =
        java.util.stream.Stream.concat(
                stores.stream().map(Store::value), java.util.stream.Stream.ofNullable(spike))
            .toList();
    return new Loop(graph.needed(results), stores, spike, narrow, ragged);
  }

  /** Whether it can be run a vector at a time: neighbors only, and nothing but arithmetic. */
  boolean isVectorizable() {
    return nodes.stream().allMatch(Loop::isVectorizable)
        && stores.stream().allMatch(Loop::isVectorizable);
  }

  private static boolean isVectorizable(Store store) {
    return store.place().isOuter() ? store.value().isOuter() : store.place().isContiguous();
  }

  private static boolean isVectorizable(Node node) {
    return node.isOuter()
        || (node.op().pass() == null && (node.op() != Op.LOAD || node.place().isContiguous()));
  }

  /** Whether all that it loads and stores is at one place. */
  boolean isOnlyAt(Place place) {
    return nodes.stream().allMatch(n -> n.op() != Op.LOAD || n.place() == place)
        && stores.stream().allMatch(s -> s.place() == place);
  }

  /** The same text for loops that compile to the same code. */
  String text() {
    String values =
        nodes.stream()
            .map(
                n ->
                    n.number()
                        + n.op().name()
                        + n.operands().stream().map(Node::number).toList()
                        + n.data()
                        + ","
                        + n.extra()
                        + n.place()
                        + n.truth())
            .collect(Collectors.joining(";"));
    String kept =
        stores.stream()
            .map(
                s -> s.array() + "," + s.place() + "=" + s.value().number() + s.add() + s.checked())
            .collect(Collectors.joining(";"));
    return values + "|" + kept + "|" + (spike == null ? "" : spike.number()) + narrow + ragged;
  }
}
