"""echo-state.yaml for Brian2."""
from glia_bench import *

defaultclock.dt = 1*ms
units = NeuronGroup(
    1000,
    """dr/dt = (tanh(i_syn + bias) - r)/(5*ms) : 1
       i_syn : 1
       bias : 1 (constant)""",
    method="exponential_euler")
units.bias = "-0.2 + 0.4*rand()"
units.r = "-1 + 2*rand()"
coupling = Synapses(units, units, """w : 1 (constant)
                                     i_syn_post = w*r_pre : 1 (summed)""")
coupling.connect(p=0.1)
coupling.w = "0.125*randn()"

build([units, coupling], [], [coupling])
