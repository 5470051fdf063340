"""Builds a Brian2 network as a C++ program that measures itself, as `glia bench` measures Glia.

A script describes a network and calls `build(...)`. It is started as
    python3 brunel.py <folder> <threads> <settling time in s> <measured time in s> [name=value...]
It prints "glia-bench compile_cpu" and the CPU seconds that this took, compiler included, and leaves
the program `main` in the folder. Run there, it simulates the settling time, then the
measured time, and prints one line, "glia-bench", with names and numbers:
    build_cpu       CPU seconds until the first tick: all groups and synapses are made
    build_wall      the same as wall time
    cpu, wall       seconds that the measured time took, of all threads
    spikes          emitted in the measured time, by all counted neurons
    neurons         counted neurons
    synapses        of the network
    bytes           by which the resident memory grew from the program's start
"""
import resource
import sys
import warnings

warnings.filterwarnings("ignore")

from brian2 import *  # noqa: E402,F401,F403
from brian2 import (  # noqa: E402
    BrianLogger, Network, SpikeMonitor, device, prefs, second, set_device)

FOLDER, THREADS = sys.argv[1], int(sys.argv[2])
SETTLE, RUN = float(sys.argv[3]), float(sys.argv[4])
SETTINGS = {name: float(value) for name, value in (a.split("=") for a in sys.argv[5:])}

BrianLogger.suppress_name("brian2.devices")
set_device("cpp_standalone", directory=FOLDER, build_on_run=False)
prefs.devices.cpp_standalone.extra_make_args_unix = ["-j2"]
prefs.devices.cpp_standalone.openmp_threads = THREADS if THREADS > 1 else 0
prefs.codegen.cpp.headers += ["<cstdio>", "<unistd.h>"]

METERS = """
auto bench_seconds = [](clockid_t clock) {
  timespec now; clock_gettime(clock, &now); return now.tv_sec + 1e-9 * now.tv_nsec; };
auto bench_cpu = [&]() { return bench_seconds(CLOCK_PROCESS_CPUTIME_ID); };
auto bench_wall = [&]() { return bench_seconds(CLOCK_MONOTONIC); };
auto bench_bytes = []() {
  long all = 0, resident = 0; FILE* file = fopen("/proc/self/statm", "r");
  if (file) { if (fscanf(file, "%ld %ld", &all, &resident) != 2) resident = 0; fclose(file); }
  return (double) resident * sysconf(_SC_PAGESIZE); };
const double bench_wall_0 = bench_wall(), bench_bytes_0 = bench_bytes();
"""


def build(objects, counted, synapses):
    """Compiles a network; `counted` are the groups whose spikes count."""
    monitors = [SpikeMonitor(group, record=False, name="bench_count_%d" % i)
                for i, group in enumerate(counted)]
    network = Network(list(objects) + monitors, name="bench_network")
    device.insert_code("before_start", METERS)
    device.insert_code(
        "main", "const double bench_built_cpu = bench_cpu(), "
        "bench_built_wall = bench_wall() - bench_wall_0;")
    network.run(SETTLE * second, level=1)  # finds the names of the script
    spikes = "+".join(["0.0"] + ["_array_%s_N[0]" % m.name for m in monitors])
    total = "+".join(["0.0"] + ["_array_%s_N[0]" % s.name for s in synapses])
    device.insert_code("main", """
const double bench_spikes_0 = %s, bench_cpu_1 = bench_cpu(), bench_wall_1 = bench_wall();
bench_network.run(%r, NULL, 10.0);
printf("glia-bench build_cpu %%.9g build_wall %%.9g cpu %%.9g wall %%.9g spikes %%.9g neurons %d "
       "synapses %%.12g bytes %%.12g\\n", bench_built_cpu, bench_built_wall,
       bench_cpu() - bench_cpu_1, bench_wall() - bench_wall_1, %s - bench_spikes_0, %s,
       bench_bytes() - bench_bytes_0);
""" % (spikes, RUN, sum(len(g) for g in counted), spikes, total))
    device.build(directory=FOLDER, compile=True, run=False)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print("glia-bench compile_cpu %.9g" % sum(each.ru_utime + each.ru_stime for each in used))
