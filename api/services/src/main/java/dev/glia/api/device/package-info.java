/**
 * Hardware drivers, the devices that they find, and networks deployed on devices.
 *
 * <p><b>The way of a network.</b> {@link dev.glia.api.device.HardwareDriver#map} says without
 * touching hardware what a driver makes of each of a network's terms; {@link
 * dev.glia.api.device.Device#deploy} loads it; {@link dev.glia.api.device.Deployment#advance} runs
 * it; {@link dev.glia.api.device.Deployment#snapshot} lets it go on elsewhere.
 *
 * <p><b>A broken link.</b> A call that needs the device and can't reach it ends within seconds, in
 * a {@link dev.glia.api.device.DeviceLostException}. From then on the deployment is lost, even if
 * the device comes back: all calls that need the device throw it again, {@code now()} is the last
 * tick that ran as a whole, states taken before stay valid, {@code close()} works. Whether {@code
 * snapshot()} still can tell the state of the last tick is an {@link
 * dev.glia.api.device.Ability#STATE_AFTER_LOSS}. To go on, find the device again and restore a
 * state on a new deployment. The output block of a call that broke off holds what the probes saw up
 * to {@code now()}.
 *
 * <p><b>The tick.</b> Time is counted in ticks of {@code dt}; {@code now() = n} means that the
 * state is that of time {@code t = n*dt}, before the events of that instant. One tick carries it
 * from n to n+1, in this order, and every driver obeys it:
 *
 * <ol>
 *   <li><i>deliver</i>: the events that are due at n reach their targets. Of all projections that
 *       learn, first {@code on pre} for each arriving event, then {@code on post} for each target
 *       that spiked at n; weights are read after that. Receptors take the sum of the arrived
 *       weights and the program's deliver statements run.
 *   <li><i>integrate</i>: continuous projections are summed over the delivered state, then all
 *       equations are carried from n to n+1.
 *   <li><i>threshold</i>: the spike condition is evaluated in neurons that aren't refractory. A
 *       spike found here carries the time n+1. Spikes forced by the input block with time n+1 are
 *       emitted too, whatever the state; a neuron emits at most one spike a tick.
 *   <li><i>reset</i>: in neurons that spiked; the refractory count starts, and holds the neuron for
 *       {@code round(t_ref/dt)} whole ticks.
 *   <li><i>learn</i>: learning variables are integrated to n+1, then {@code every tick} runs.
 *   <li><i>probe</i>: probes read the state of n+1; events of that instant are not in it yet.
 * </ol>
 *
 * Third factors of learning rules are read before all that: their value in a tick is what a probe
 * saw at n.
 *
 * <p>A spike with time n and delay d (in ticks, 0 or more) is due at n+d. Its {@code on pre}
 * therefore runs at n+d, and a spike of the target at that same instant comes after it.
 *
 * <p><b>Randomness.</b> All draws come from {@link dev.glia.api.random.CounterRandom}; {@link
 * dev.glia.api.random.Streams} says which stream and counter belong to what, so two drivers that
 * claim exactness draw the same numbers.
 *
 * <p><b>Order of sums.</b> Weights that arrive at one receptor in one tick are added in the order
 * of projections in the network, then time of emission, then source neuron, so that floating-point
 * results don't depend on threads. Where all synapses of a projection have the same weight, a
 * driver may count the events instead and add the weight times their number. Which of the two it
 * does depends on the projection, never on threads.
 */
@Export
@Version("1.1.0")
package dev.glia.api.device;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
