"""stdp.yaml for Brian2."""
from glia_bench import *

defaultclock.dt = 0.1*ms
w_max = 0.25*mV
a_plus, a_minus = 0.005, 0.00525
# "(unless refractory)" also drops what arrives meanwhile.
cells = NeuronGroup(10000, "dv/dt = -v/(20*ms) : volt (unless refractory)", threshold="v > 20*mV",
                    reset="v = 10*mV", refractory=2*ms, method="exact")
cells.v = "20*mV*rand()"
plastic = Synapses(
    cells[:8000], cells,
    """w : volt
       dx/dt = -x/(20*ms) : 1 (event-driven)
       dy/dt = -y/(20*ms) : 1 (event-driven)""",
    on_pre="""w = clip(w - a_minus*w_max*y, 0*volt, w_max)
              x += 1
              v_post += w""",
    on_post="""w = clip(w + a_plus*w_max*x, 0*volt, w_max)
               y += 1""",
    delay=1.5*ms)
plastic.connect(p=0.1)
plastic.w = "w_max*rand()"
static = Synapses(cells[8000:], cells, on_pre="v_post -= 0.75*mV", delay=1.5*ms)
static.connect(p=0.1)
background = PoissonInput(cells, "v", 1000, 10.2*Hz, 0.125*mV)

build([cells, plastic, static, background], [cells], [plastic, static])
