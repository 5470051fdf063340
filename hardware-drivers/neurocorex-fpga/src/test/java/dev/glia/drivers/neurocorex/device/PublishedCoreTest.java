package dev.glia.drivers.neurocorex.device;

import static dev.glia.api.testkit.SpikeTrainsAssert.assertThatSpikes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.glia.api.device.DeployOptions;
import dev.glia.api.device.Device;
import dev.glia.api.device.DeviceException;
import dev.glia.api.network.Network;
import dev.glia.api.network.Projection;
import dev.glia.api.testkit.Trial;
import dev.glia.drivers.cpu.CpuDriver;
import dev.glia.drivers.neurocorex.mapping.Dialect;
import dev.glia.drivers.neurocorex.virtual.Bitstream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Networks on a core that knows the published commands only, behind a terminal. */
@Timeout(120)
class PublishedCoreTest {
  private static final int TICKS = 400;

  private final PublishedCoreDriver driver = new PublishedCoreDriver();

  private static Trial run(Device device, Network network, int block) {
    Trial trial = Trial.on(device, network, DeployOptions.DEFAULT).blocks(block);
    return PublishedNetworks.show(trial, 3, TICKS).run(TICKS);
  }

  private Device core() {
    return driver.devices().getFirst();
  }

  @Test
  void spikesTracesAndStateAreThoseOfTheCpuWhateverTheBlocks() throws Exception {
    Network network = PublishedNetworks.wide(2, false);
    try (Trial cpu = run(new CpuDriver().devices().getFirst(), network, 97)) {
      for (int block : new int[] {1, 97, TICKS}) {
        try (Trial core = run(core(), network, block)) {
          for (String population : new String[] {"a", "b"}) {
            assertThat(core.spikes(population).ticks().length).isGreaterThan(150);
            assertThatSpikes(core.spikes(population)).isSameAsSpikes(cpu.spikes(population));
          }
          assertThat(core.trace("a", "v", 19)).isEqualTo(cpu.trace("a", "v", 19));
          for (Projection projection : network.projections()) {
            assertThat(core.deployment().readWeights(projection.name()))
                .isEqualTo(cpu.deployment().readWeights(projection.name()));
          }
          try (Trial on =
              Trial.on(new CpuDriver().devices().getFirst(), network, DeployOptions.DEFAULT)) {
            on.deployment().restore(core.deployment().snapshot());
            assertThat(on.deployment().now()).isEqualTo(TICKS);
          }
        }
      }
    }
  }

  @Test
  void whatIsNotVerifiedIsSaid() throws Exception {
    Network network = PublishedNetworks.wide(2, true);
    assertThat(driver.map(network, DeployOptions.DEFAULT).fit().notes().toString())
        .contains("unchecked wire", "as soon as a neuron spikes");
    Device device = core();
    try (Trial core = run(device, network, 50)) {
      assertThat(core.deployment().report().entries())
          .allMatch(e -> e.form().contains("unverified") || e.part().equals("population in"));
      assertThat(device.health().getReason()).contains("unverified");
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> core.deployment().snapshot())
          .withMessageContaining("windows");
    }
  }

  @Test
  void twoEventsInOneTickEndTheRunWithTheReason() {
    try (Trial core = Trial.on(core(), PublishedNetworks.wide(2, false), DeployOptions.DEFAULT)) {
      core.force("in", 3, 5).force("in", 4, 5);
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> core.blocks(1).run(20))
          .withMessageContaining("one tick")
          .withMessageContaining("last whole tick was 5");
    }
  }

  @Test
  void eachDriverNamesTheOtherForACoreThatIsNotItsOwn() throws Exception {
    Network network = PublishedNetworks.wide(2, false);
    try (TestPlug published = new TestPlug(Bitstream.PUBLISHED);
        TestPlug checked = new TestPlug()) {
      assertThatExceptionOfType(DeviceException.class)
          .isThrownBy(
              () ->
                  new NeuroCoreDevice("bench", published, 100)
                      .deploy(network, DeployOptions.DEFAULT))
          .withMessageContaining("neurocorex-published");
      Device device = new NeuroCoreDevice("bench", checked, 300, Dialect.PUBLISHED);
      assertThatExceptionOfType(DeviceException.class)
          .isThrownBy(() -> device.deploy(network, DeployOptions.DEFAULT))
          .withMessageContaining("neurocorex-fpga");
      try (Trial after =
          Trial.on(new NeuroCoreDevice("bench", checked, 300), network, DeployOptions.DEFAULT)) {
        after.run(3);
      }
    }
  }
}
