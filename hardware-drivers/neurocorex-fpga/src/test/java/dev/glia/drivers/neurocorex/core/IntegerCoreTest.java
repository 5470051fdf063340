package dev.glia.drivers.neurocorex.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand from the page. */
class IntegerCoreTest {
  private final IntegerCore core = new IntegerCore();
  private final Memory memory = core.memory;
  private final State state = core.state;

  @BeforeEach
  void program() {
    memory.flags = Flags.SATURATE;
    memory.floor = -128;
    memory.parameters[Layout.SLOTS] = 1;
    for (int n = 0; n < Layout.NEURONS; n++) {
      threshold(n, 10 * Fixed.ONE);
    }
  }

  private void threshold(int neuron, int value) {
    memory.parameters[Layout.parameterSlot(neuron)] = value;
  }

  private void windows(int pre, int post) {
    memory.parameters[3 * Layout.SLOTS] = pre | post << 8;
    memory.parameters[3 * Layout.SLOTS + 1] = pre | post << 8;
    memory.parameters[3 * Layout.SLOTS + 2] = 3 | 2 << 8;
  }

  private void event(int... inputs) {
    Bits columns = new Bits();
    for (int input : inputs) {
      columns.add(Layout.inputColumn(input));
    }
    core.step(columns);
  }

  private void force(int neuron) {
    core.step(new Bits(), Bits.of(neuron));
  }

  @Test
  void anEventIsComparedOneStepLater() {
    memory.input[Layout.inputCell(3, 7)] = 12;
    event(7);
    assertThat(state.v[3]).isEqualTo(12 * Fixed.ONE);
    assertThat(state.spikes.isEmpty()).isTrue();
    event();
    assertThat(state.spikes).isEqualTo(Bits.of(3));
    assertThat(state.v[3]).isZero();
    assertThat(state.compared[3]).isEqualTo(12 * Fixed.ONE);
  }

  @Test
  void aSpikeReachesOtherNeuronsInTheNextStepButNotItself() {
    memory.recurrent[Layout.recurrentCell(5, 4)] = 20;
    memory.recurrent[Layout.recurrentCell(4, 4)] = 20;
    force(4);
    assertThat(state.v[5]).isZero();
    event();
    assertThat(state.v[5]).isEqualTo(20 * Fixed.ONE);
    assertThat(state.v[4]).isZero();
    event();
    assertThat(state.spikes).isEqualTo(Bits.of(5));
  }

  @Test
  void whatArrivesWithTheSpikeIsLost() {
    memory.input[Layout.inputCell(0, 0)] = 100;
    event(0);
    event(0);
    assertThat(state.spikes.has(0)).isTrue();
    assertThat(state.v[0]).isZero();
  }

  @Test
  void refractoryNeuronsIntegrateButDontSpike() {
    memory.parameters[Layout.SLOTS + Layout.parameterSlot(0)] = 3;
    memory.bias[0] = 11 * Fixed.ONE;
    int[] spikes = new int[9];
    for (int i = 0; i < spikes.length; i++) {
      event();
      spikes[i] = state.spikes.has(0) ? 1 : 0;
    }
    assertThat(spikes).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
  }

  @Test
  void leakIsSubtractedAndCanMakeMembranesNegative() {
    memory.parameters[2 * Layout.SLOTS + Layout.LEAK_SLOT] = 100;
    event();
    event();
    assertThat(state.v[0]).isEqualTo(-200);
  }

  @Test
  void sumsSaturateOrWrap() {
    threshold(0, Fixed.MAX);
    memory.input[Layout.inputCell(0, 0)] = 127;
    memory.input[Layout.inputCell(0, 1)] = 127;
    event(0, 1);
    assertThat(state.v[0]).isEqualTo(Fixed.MAX);
    state.reset();
    memory.flags = 0;
    event(0, 1);
    assertThat(state.v[0]).isEqualTo((254 - 256) * Fixed.ONE);
  }

  @Test
  void inputWeightsAreMultipliedByTheGain() {
    memory.parameters[Layout.SLOTS] = 5;
    memory.input[Layout.inputCell(0, 0)] = -3;
    event(0);
    assertThat(state.v[0]).isEqualTo(-15 * Fixed.ONE);
  }

  @Test
  void aPostSpikeStrengthensWhatArrivedWithinTheWindow() {
    windows(2, 2);
    for (int input = 0; input < 3; input++) {
      memory.enable(Layout.CELLS + Layout.inputCell(0, input), input < 2);
    }
    memory.input[Layout.inputCell(0, 0)] = 126;
    event(0, 1, 2);
    force(0); // its spike arrives in the next step, two after the events
    event();
    assertThat(memory.input[Layout.inputCell(0, 0)]).isEqualTo((byte) 126);
    event(0, 1, 2);
    force(0);
    force(0); // the first one's spike arrives one step after the events
    event();
    assertThat(memory.input[Layout.inputCell(0, 2)]).isZero();
  }

  @Test
  void recurrentSynapsesLearnFromTheOrderOfSpikes() {
    windows(3, 3);
    memory.enable(Layout.recurrentCell(1, 0), true);
    memory.enable(Layout.recurrentCell(0, 1), true);
    force(0);
    force(1);
    event();
    assertThat(memory.recurrent[Layout.recurrentCell(1, 0)]).isEqualTo((byte) 3);
    assertThat(memory.recurrent[Layout.recurrentCell(0, 1)]).isEqualTo((byte) -2);
  }

  @Test
  void weightsStayWithinFloorAndCeiling() {
    windows(9, 9);
    memory.floor = -1;
    memory.enable(Layout.recurrentCell(1, 0), true);
    memory.enable(Layout.recurrentCell(0, 1), true);
    memory.recurrent[Layout.recurrentCell(1, 0)] = 126;
    force(0);
    force(1);
    event();
    assertThat(memory.recurrent[Layout.recurrentCell(1, 0)]).isEqualTo((byte) 127);
    assertThat(memory.recurrent[Layout.recurrentCell(0, 1)]).isEqualTo((byte) -1);
  }

  @Test
  void frozenLearningNeitherChangesWeightsNorWindows() {
    windows(3, 3);
    memory.enable(Layout.recurrentCell(1, 0), true);
    force(0);
    event();
    memory.flags |= Flags.RECURRENT_LEARNING_FROZEN;
    force(1);
    event();
    assertThat(memory.recurrent[Layout.recurrentCell(1, 0)]).isZero();
    assertThat(state.recurrentPre[0]).isEqualTo(2);
  }

  @Test
  void thePublishedOrderWeakensInputsOfTheSpikesOwnStep() {
    windows(2, 1);
    memory.flags |= Flags.PUBLISHED_ORDER;
    for (int input = 0; input < 3; input++) {
      memory.enable(Layout.CELLS + Layout.inputCell(0, input), true);
    }
    event(0);
    event();
    core.step(Bits.of(Layout.inputColumn(1)), Bits.of(0));
    event();
    event(2);
    assertThat(memory.input[Layout.inputCell(0, 0)]).isEqualTo((byte) 3);
    assertThat(memory.input[Layout.inputCell(0, 1)]).isEqualTo((byte) -2);
    assertThat(memory.input[Layout.inputCell(0, 2)]).isZero();
  }

  @Test
  void enableBitsArePackedHighestFirstUnlessAskedOtherwise() {
    memory.enable[0] = (byte) 0x80;
    assertThat(memory.learnsRecurrent(0)).isTrue();
    memory.flags |= Flags.ENABLE_LOWEST_FIRST;
    assertThat(memory.learnsRecurrent(0)).isFalse();
    assertThat(memory.learnsRecurrent(7)).isTrue();
  }
}
