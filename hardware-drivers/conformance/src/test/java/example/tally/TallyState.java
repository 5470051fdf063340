package example.tally;

import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.v1.Array;
import dev.glia.v1.Doubles;
import dev.glia.v1.Floats;
import dev.glia.v1.NetworkState;
import dev.glia.v1.PastSpikes;
import dev.glia.v1.PopulationState;
import dev.glia.v1.ProjectionState;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The board's state in the form that all drivers read and write. */
record TallyState(Network network, Population inputs, Population counters) {
  NetworkState take(long now, boolean[] arriving, int[] counts, float[] replacedWeights) {
    NetworkState.Builder state =
        NetworkState.newBuilder().setTick(now).setDt(network.dt()).setSeed(network.seed());
    for (Population population : network.populations()) {
      PopulationState.Builder part =
          PopulationState.newBuilder().setName(population.name()).setSize(population.size());
      if (population == inputs) {
        int[] neurons = IntStream.range(0, arriving.length).filter(i -> arriving[i]).toArray();
        if (neurons.length > 0) {
          PastSpikes.Builder past = PastSpikes.newBuilder().setTick(now);
          Arrays.stream(neurons).forEach(past::addNeurons);
          part.addSpikes(past);
        }
      } else {
        Doubles.Builder items = Doubles.newBuilder();
        IntStream.range(0, counters.size()).forEach(j -> items.addItems(counts[j]));
        part.addVariables(Array.newBuilder().setName("n").setDoubles(items));
        Doubles full = Doubles.newBuilder().addItems(TallyMapping.full(counters)).build();
        part.addParameters(Array.newBuilder().setName("full").setDoubles(full));
      }
      state.addPopulations(part);
    }
    var projection = network.projections().getFirst();
    ProjectionState.Builder part = ProjectionState.newBuilder().setName(projection.name());
    long synapses = 0;
    for (int i = 0; i < inputs.size(); i++) {
      synapses += projection.connectivity().row(i).length;
    }
    part.setSynapses(synapses);
    if (replacedWeights != null) {
      Floats.Builder items = Floats.newBuilder();
      for (float each : replacedWeights) {
        items.addItems(each);
      }
      part.setWeights(Array.newBuilder().setName("w").setFloats(items));
    }
    return state.addProjections(part).build();
  }

  /** Looks at everything before anything is changed. */
  void check(NetworkState state, int synapses) {
    require(state.getDt() == network.dt() && state.getSeed() == network.seed(), "dt or seed");
    require(state.getTick() >= 0, "a negative tick");
    require(state.getPopulationsCount() == 2 && state.getProjectionsCount() == 1, "its parts");
    for (int p = 0; p < 2; p++) {
      Population ours = network.populations().get(p);
      PopulationState theirs = state.getPopulations(p);
      require(
          theirs.getName().equals(ours.name()) && theirs.getSize() == ours.size(),
          "population " + ours.name());
      for (PastSpikes past : theirs.getSpikesList()) {
        require(
            past.getTick() <= state.getTick()
                && past.getNeuronsList().stream().allMatch(i -> i >= 0 && i < ours.size()),
            "spikes of " + ours.name());
      }
      require(theirs.getRefractoryList().stream().allMatch(held -> held == 0), "held counters");
    }
    PopulationState saved = saved(state, counters);
    require(
        saved.getVariablesCount() == 1 && saved.getVariables(0).getName().equals("n"),
        "variables of " + counters.name());
    double[] counts = values(saved.getVariables(0));
    require(
        counts.length == counters.size()
            && Arrays.stream(counts).allMatch(n -> n == Math.rint(n) && Math.abs(n) < 1e9),
        "counts, which are whole numbers");
    for (Array parameter : saved.getParametersList()) {
      require(
          parameter.getName().equals("full")
              && Arrays.stream(values(parameter)).allMatch(v -> v == TallyMapping.full(counters)),
          "another 'full', which the board can't be given now");
    }
    ProjectionState theirs = state.getProjections(0);
    require(
        theirs.getName().equals(network.projections().getFirst().name())
            && theirs.getSynapses() == synapses,
        "projection " + theirs.getName());
    float[] weights = weights(state);
    require(weights == null || weights.length == synapses, "the number of weights");
    for (int s = 0; weights != null && s < synapses; s++) {
      require(!Float.isNaN(weights[s]), "a weight that's NaN");
    }
  }

  int[] counts(NetworkState state) {
    double[] values = values(saved(state, counters).getVariables(0));
    return Arrays.stream(values).mapToInt(n -> (int) n).toArray();
  }

  boolean[] arriving(NetworkState state) {
    boolean[] arriving = new boolean[inputs.size()];
    for (PastSpikes past : saved(state, inputs).getSpikesList()) {
      if (past.getTick() == state.getTick()) {
        past.getNeuronsList().forEach(i -> arriving[i] = true);
      }
    }
    return arriving;
  }

  /** Null if they're those of the network. */
  float[] weights(NetworkState state) {
    if (!state.getProjections(0).hasWeights()) {
      return null;
    }
    double[] values = values(state.getProjections(0).getWeights());
    float[] weights = new float[values.length];
    for (int s = 0; s < values.length; s++) {
      weights[s] = (float) values[s];
    }
    return weights;
  }

  private PopulationState saved(NetworkState state, Population population) {
    return state.getPopulations(network.populations().indexOf(population));
  }

  private static double[] values(Array array) {
    return array.hasDoubles()
        ? array.getDoubles().getItemsList().stream().mapToDouble(d -> d).toArray()
        : array.getFloats().getItemsList().stream().mapToDouble(f -> f).toArray();
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalArgumentException("the state is of another network: " + what);
    }
  }
}
