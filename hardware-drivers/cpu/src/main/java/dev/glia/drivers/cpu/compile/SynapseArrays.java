package dev.glia.drivers.cpu.compile;

import dev.glia.api.equations.LearningProgram;
import dev.glia.api.equations.PopulationProgram;

/**
 * Which number each array of a learning projection has in its frame: the synapses' variables, the
 * weight first; those of branches and of targets; the state of both ends; sums a target.
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

  public int sum(int number) {
    return postNeuron(postNeuron) + number;
  }
}
