"""The example microcircuit for Brian2; setting: scale."""
import numpy
from glia_bench import *

scale = SETTINGS.get("scale", 1.0)
names = ["l23e", "l23i", "l4e", "l4i", "l5e", "l5i", "l6e", "l6i"]
full = numpy.array([20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948])
external = numpy.array([1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100])
rates = numpy.array([0.971, 2.868, 4.746, 5.396, 8.142, 9.078, 0.991, 7.523])*Hz
probability = numpy.array([  # a row a target
    [0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0],
    [0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0],
    [0.0077, 0.0059, 0.0497, 0.1350, 0.0067, 0.0003, 0.0453, 0],
    [0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0],
    [0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0],
    [0.0548, 0.0269, 0.0257, 0.0022, 0.0600, 0.3158, 0.0086, 0],
    [0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252],
    [0.0364, 0.0010, 0.0034, 0.0005, 0.0277, 0.0080, 0.0658, 0.1443]])
strength = numpy.tile([1.0, -4.0], (8, 4))
strength[0, 2] = 2
w0, tau_syn, background_rate = 87.8*pA, 0.5*ms, 8*Hz
w = w0/numpy.sqrt(scale)

size = numpy.floor(full*scale + 0.5).astype(int)
start = numpy.concatenate([[0], numpy.cumsum(size)])
defaultclock.dt = 0.1*ms
cells = NeuronGroup(
    size.sum(),
    """dv/dt = (-65*mV - v + 40*Mohm*(i_syn + dc))/(10*ms) : volt (unless refractory)
       di_syn/dt = -i_syn/tau_syn : amp
       dc : amp (constant)""",
    threshold="v > -50*mV", reset="v = -65*mV", refractory=2*ms, method="exact")
cells.v = "-58*mV + 10*mV*randn()"
arriving = -numpy.log(1 - probability)*strength @ (full*rates) + external*background_rate
cells.dc = numpy.repeat((1 - numpy.sqrt(scale))*tau_syn*w0*arriving/amp, size)*amp

random = numpy.random.default_rng(1)


def redrawn(mean, deviation, low, count):
    values = random.normal(mean, deviation, count)
    while (wrong := values < low).any():
        values[wrong] = random.normal(mean, deviation, wrong.sum())
    return values


sources, targets, weights, delays = [], [], [], []
for to in range(8):
    for by in range(8):
        if probability[to, by] > 0:
            pairs = float(size[to])*size[by]
            count = round(numpy.log1p(-probability[to, by])/numpy.log1p(-1/pairs))
            mean = 1.5 if by % 2 == 0 else 0.75
            sources.append(start[by] + random.integers(size[by], size=count))
            targets.append(start[to] + random.integers(size[to], size=count))
            weights.append(strength[to, by]*redrawn(1, 0.1, 0, count))
            delays.append(redrawn(mean, mean/2, 0.05, count))
order = numpy.lexsort((numpy.concatenate(targets), numpy.concatenate(sources)))
synapses = Synapses(cells, cells, "w_syn : amp (constant)", on_pre="i_syn_post += w_syn")
synapses.connect(i=numpy.concatenate(sources)[order], j=numpy.concatenate(targets)[order])
synapses.w_syn = numpy.concatenate(weights)[order]*w
synapses.delay = numpy.concatenate(delays)[order]*ms
inputs = [PoissonInput(cells[start[k]:start[k + 1]], "i_syn", int(external[k]*scale), background_rate, w)
          for k in range(8)]

build([cells, synapses] + inputs, [cells], [synapses])
