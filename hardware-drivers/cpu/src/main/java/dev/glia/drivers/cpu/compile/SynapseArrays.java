package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.PopulationProgram;

/**
 * Which number each array of a learning projection has in its frame: the synapses' variables, the
 * weight first; those of branches and of targets; the state of both ends; what a deferred {@code on
 * post} needs; sums a target.
 */
public final class SynapseArrays {
  private final int synapse;
  private final int pre;
  private final int post;
  private final int preNeuron;
  private final int postNeuron;

  SynapseArrays(LearningProgram program, PopulationProgram source, PopulationProgram target) {
    synapse = 1 + program.synapse().size();
    pre = program.pre().size();
    post = program.post().size();
    preNeuron = source.state().size();
    postNeuron = target.state().size();
  }

  public int synapse(int variable) {
    return variable;
  }

  public int pre(int variable) {
    return synapse + variable;
  }

  public int post(int variable) {
    return pre(pre) + variable;
  }

  public int preNeuron(int variable) {
    return post(post) + variable;
  }

  public int postNeuron(int variable) {
    return preNeuron(preNeuron) + variable;
  }

  /** Of synapses: the sum of the target when the source was last heard of. */
  public int last() {
    return postNeuron(postNeuron);
  }

  /** Of branches: what a difference of sums is multiplied with. */
  public int scale() {
    return last() + 1;
  }

  /** Of targets: sums of the epoch in which the branch at hand was last heard of. */
  public int homeSum() {
    return last() + 2;
  }

  /** Of targets: sums of the present epoch. */
  public int presentSum() {
    return last() + 3;
  }

  /** Of targets: what a spike adds to the sums, or to weights for a trace of 1. */
  public int factor() {
    return last() + 4;
  }

  /** Of targets: what a spike adds to weights, as a part of them, for a trace of 1. */
  public int slope() {
    return last() + 5;
  }

  /** A copy of what a row needs of an array of targets. */
  public int tile(int array) {
    return last() + 6 + array;
  }

  public int sum(int number) {
    return tile(last() + 6) + number;
  }
}
