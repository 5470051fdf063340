"""The example hello for Brian2."""
from glia_bench import *

defaultclock.dt = 0.1*ms
noise = PoissonGroup(100, rates=20*Hz)
cells = NeuronGroup(
    200,
    """dv/dt = (-65*mV - v + 100*Mohm*i_syn)/(20*ms) : volt (unless refractory)
       di_syn/dt = -i_syn/(5*ms) : amp""",
    threshold="v > -50*mV", reset="v = -65*mV", refractory=2*ms, method="exact")
cells.v = -65*mV
synapses = Synapses(noise, cells, on_pre="i_syn_post += 0.5*nA", delay=1.5*ms)
synapses.connect(p=0.1)

build([noise, cells, synapses], [noise, cells], [synapses])
