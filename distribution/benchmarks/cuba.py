"""cuba.yaml for Brian2; settings: neurons, degree."""
from glia_bench import *

neurons, degree = int(SETTINGS.get("neurons", 4000)), SETTINGS.get("degree", 80)
defaultclock.dt = 0.1*ms
cells = NeuronGroup(
    neurons,
    """dv/dt = (ge + gi - (v + 49*mV))/(20*ms) : volt (unless refractory)
       dge/dt = -ge/(5*ms) : volt
       dgi/dt = -gi/(10*ms) : volt""",
    threshold="v > -50*mV", reset="v = -60*mV", refractory=5*ms, method="exact")
cells.v = "-60*mV + 10*mV*rand()"
w_e, w_i = 1.62*mV*80/degree, -9*mV*80/degree
excitation = Synapses(cells[:neurons*4//5], cells, on_pre="ge_post += w_e", delay=0.1*ms)
excitation.connect(p=degree/neurons)
inhibition = Synapses(cells[neurons*4//5:], cells, on_pre="gi_post += w_i", delay=0.1*ms)
inhibition.connect(p=degree/neurons)

build([cells, excitation, inhibition], [cells], [excitation, inhibition])
