package dev.glia.topologies;

import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Descriptor;
import dev.glia.api.component.Fault;
import dev.glia.api.component.ParameterSchema;
import dev.glia.api.component.Parameters;
import dev.glia.api.equations.Range;
import dev.glia.api.random.RandomStream;
import dev.glia.api.topology.Connectivity;
import dev.glia.api.topology.Layer;
import dev.glia.api.topology.Topology;
import java.util.Arrays;
import org.osgi.service.component.annotations.Component;

/**
 * Groups of neurons one after the other, each of which drives the next: a feed-forward chain in one
 * population, as its neurons are numbered. A neuron has k targets, drawn without repetition from
 * the next group; with k as large as a group the chain is complete, with groups of one it's a line.
 */
@Component(property = {Topology.ID + "=synfire-chain", Topology.VERSION + "=1.0.0"})
public final class SynfireChain implements Topology {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
          ComponentKind.TOPOLOGY,
          "synfire-chain",
          "1.0.0",
          "Groups of neurons, each neuron of which drives some or all of the next group",
          "doi:10.1038/990101",
          ParameterSchema.integer(
              "width", "10", new Range(1, false, 1e6, false), "neurons of a group"),
          ParameterSchema.integer(
              "k", "10", new Range(1, false, 1e6, false), "targets of a neuron; at most width"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Connectivity connect(Layer source, Layer target, Parameters parameters, long key) {
    int size = source.size();
    int width = parameters.integer("width");
    int degree = parameters.integer("k");
    if (!source.population().equals(target.population())) {
      throw Fault.input(
          "synfire-chain joins the groups of one population, not '"
              + source.population()
              + "' and '"
              + target.population()
              + "'.");
    }
    if (size % width != 0 || degree > width) {
      throw Fault.input(
          "synfire-chain: width is "
              + width
              + " and k is "
              + degree
              + ", expected a width that divides the "
              + size
              + " neurons of '"
              + source.population()
              + "', and a k up to it.");
    }
    return rows(size, width, degree, key);
  }

  private static Connectivity rows(int size, int width, int degree, long key) {
    int driving = size - width; // all but the last group
    int[] starts = new int[size + 1];
    int[] targets = new int[Math.multiplyExact(driving, degree)];
    Chooser chooser = new Chooser(width);
    for (int i = 0; i < driving; i++) {
      int from = i * degree;
      starts[i + 1] = from + degree;
      chooser.distinct(new RandomStream(key, i), targets, from, degree, Chooser.NONE);
      int next = (i / width + 1) * width;
      for (int place = from; place < from + degree; place++) {
        targets[place] += next;
      }
      Arrays.sort(targets, from, from + degree);
    }
    Arrays.fill(starts, driving + 1, size + 1, targets.length);
    return new Rows(size, starts, targets, null, null);
  }
}
