package example.tally;

import dev.glia.api.device.Deviation;
import dev.glia.api.device.Mapping.Entry;
import dev.glia.api.device.NetworkTerm;
import dev.glia.api.network.Law;
import dev.glia.api.network.Network;
import dev.glia.api.network.Population;
import dev.glia.api.network.Projection;
import java.util.Arrays;

/** What becomes of each term of a network on the board. */
final class TallyMapping {
  private TallyMapping() {}

  static Entry fate(Network network, NetworkTerm term) {
    String name = term.where().substring(term.where().indexOf(' ') + 1);
    String text = term.text();
    return switch (term.aspect()) {
      case SIZE -> size(network.population(name), term);
      case EQUATION -> only(text.equals("n : 1"), term, "a counter is written 'n : 1'");
      case SPIKE -> only(text.equals("n >= full"), term, "it fires at 'n >= full'");
      case RESET -> only(text.equals("n = 0"), term, "it starts anew at 'n = 0'");
      case PARAMETER -> full(network.population(name), term);
      case RECEPTOR ->
          only(text.endsWith("into n: on spike target += w"), term, "it adds 'target += w' to n");
      case PROBE -> only(!text.startsWith("n of"), term, "counts can't be seen as it runs");
      case CONNECTIVITY -> topology(network, network.projection(name), term);
      case WEIGHT -> weight(network.projection(name), term);
      case DELAY -> only(text.equals("0 ms"), term, "what comes in is added in the next step");
      default -> Entry.refused(term, "the board has nothing for it");
    };
  }

  private static Entry only(boolean fits, NetworkTerm term, String how) {
    return fits ? Entry.exact(term, how) : Entry.refused(term, how + ", and nothing else");
  }

  static boolean isSource(Population population) {
    return population.program().state().isEmpty() && population.program().spike().isEmpty();
  }

  private static Entry size(Population population, NetworkTerm term) {
    int most = isSource(population) ? TallyBoard.INPUTS : TallyBoard.COUNTERS;
    return only(population.size() <= most, term, "there are " + most);
  }

  static double full(Population counters) {
    var given = counters.parameters().get("full");
    return given == null ? counters.program().parameters().getFirst().defaultValue() : given.at(0);
  }

  private static Entry full(Population counters, NetworkTerm term) {
    var given = counters.parameters().get("full");
    double full = term.text().startsWith("full =") ? full(counters) : Double.NaN;
    boolean fits = full >= 1 && full <= TallyBoard.FULL && full == Math.rint(full);
    return only(
        fits && (given == null || given.isShared()),
        term,
        "'full' is one whole number from 1 to " + TallyBoard.FULL);
  }

  private static Entry topology(Network network, Projection projection, NetworkTerm term) {
    boolean fits =
        network.projections().size() == 1
            && network.populations().size() == 2
            && isSource(network.population(projection.source()))
            && !isSource(network.population(projection.target()));
    for (int i = 0; i < projection.connectivity().sources(); i++) {
      int[] row = projection.connectivity().row(i);
      fits &= Arrays.stream(row).distinct().count() == row.length;
    }
    return only(fits, term, "one projection leads from inputs to counters, each pair once");
  }

  /** Weights of a row in the order of its targets; null if they would have to be drawn. */
  static float[] asked(Projection projection, int source) {
    float[] listed = projection.connectivity().weights(source);
    if (listed != null || !(projection.weight() instanceof Law.Constant constant)) {
      return listed;
    }
    float[] same = new float[projection.connectivity().row(source).length];
    Arrays.fill(same, (float) constant.value());
    return same;
  }

  static byte stored(float weight) {
    return (byte) Math.clamp(Math.round((double) weight), -128, 127);
  }

  private static Entry weight(Projection projection, NetworkTerm term) {
    double worst = 0;
    double sum = 0;
    long count = 0;
    for (int i = 0; i < projection.connectivity().sources(); i++) {
      float[] asked = asked(projection, i);
      if (asked == null) {
        return Entry.refused(term, "weights aren't drawn here: give a constant, or list them");
      }
      for (float each : asked) {
        double off = Math.abs(stored(each) - each);
        worst = Math.max(worst, off);
        sum += off;
        count++;
      }
    }
    return worst == 0
        ? Entry.exact(term, "int8")
        : Entry.quantized(
            term,
            "rounded to a whole number from -128 to 127",
            Deviation.absolute(worst, sum / count, "1"));
  }
}
