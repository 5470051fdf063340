"""brunel.yaml for Brian2."""
from glia_bench import *

defaultclock.dt = 0.1*ms
# "(unless refractory)" also drops what arrives meanwhile.
cells = NeuronGroup(12500, "dv/dt = -v/(20*ms) : volt (unless refractory)", threshold="v > 20*mV",
                    reset="v = 10*mV", refractory=2*ms, method="exact")
cells.v = "20*mV*rand()"
excitation = Synapses(cells[:10000], cells, on_pre="v_post += 0.1*mV", delay=1.5*ms)
excitation.connect(p=0.1)
inhibition = Synapses(cells[10000:], cells, on_pre="v_post -= 0.5*mV", delay=1.5*ms)
inhibition.connect(p=0.1)
background = PoissonInput(cells, "v", 1000, 20*Hz, 0.1*mV)

build([cells, excitation, inhibition, background], [cells], [excitation, inhibition])
