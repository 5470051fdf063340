package dev.glia.drivers.rram.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.drivers.rram.array.ArrayModel;
import dev.glia.drivers.rram.array.Physics;
import dev.glia.drivers.rram.array.Vectors;
import dev.glia.v1.Telemetry;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Controllers in processes of their own. */
class VirtualMacrosTest {
  private static final VirtualMacros MACROS = new VirtualMacros();

  @AfterAll
  static void stop() {
    MACROS.close();
  }

  @Test
  void arrayBehindTheSocketIsTheModel() throws Exception {
    try (VirtualMacros.Loan loan = MACROS.take()) {
      CrossbarClient array = loan.client();
      array.form(42, Physics.DEFAULT.message());
      array.calibrate();
      ArrayModel model = new ArrayModel(42, Physics.DEFAULT);
      model.calibrate();
      assertThat(loan.pid()).isNotEqualTo(ProcessHandle.current().pid());
      assertThat(array.info().inputs()).isEqualTo(512);
      Block block = new Block(3, 70, 5, 9);
      long[] bits = {0x123456789ABCDEFL, 0x15L, -1L, 0x3FL};
      byte[] packed = new byte[18];
      for (int v = 0; v < 2; v++) {
        for (int b = 0; b < 9; b++) {
          packed[v * 9 + b] = (byte) (bits[2 * v + b / 8] >>> 8 * (b % 8));
        }
      }
      float[] expected = model.multiply(block, Vectors.bits(packed, 70, 2), 4);
      assertThat(array.multiply(block, bits, 2, 4)).isEqualTo(expected);
      assertThat(array.readback(block))
          .satisfies(cells -> assertThat(cells.plus()).isEqualTo(model.readback(block).plus()));
      List<String> readings =
          array.telemetry().getReadingsList().stream().map(Telemetry.Reading::getName).toList();
      assertThat(readings).contains("energy", "wire-time", "accesses");
    }
  }

  @Test
  void controllerThatIsKilledIsLostAndAnotherOneTakesOver() throws Exception {
    Block block = Block.of(4, 4);
    float[] before;
    try (VirtualMacros.Loan loan = MACROS.take()) {
      loan.client().form(8, Physics.DEFAULT.message());
      before = loan.client().readback(block).plus();
      ProcessHandle process = ProcessHandle.of(loan.pid()).orElseThrow();
      process.destroyForcibly();
      process.onExit().join();
      assertThatThrownBy(() -> loan.client().readback(block))
          .isInstanceOf(DeviceLostException.class)
          .hasMessageContaining("gone");
      assertThatThrownBy(() -> loan.client().telemetry()).isInstanceOf(DeviceLostException.class);
    }
    try (VirtualMacros.Loan loan = MACROS.take()) {
      loan.client().form(8, Physics.DEFAULT.message());
      assertThat(loan.client().readback(block).plus()).isEqualTo(before);
    }
  }

  @Test
  void callsThatCantBeAreRefusedBeforeTheyAreSent() throws Exception {
    VirtualMacros.Loan loan = MACROS.take();
    CrossbarArray array = loan.client();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.readback(new Block(510, 3, 0, 1)))
        .withMessageContaining("512");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> array.multiply(Block.of(4, 4), new long[2], 1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> array.program(Block.of(1, 1), new Conductances(new float[] {1}, new float[] {0})))
        .withMessageContaining("programmed to");
    assertThatIllegalArgumentException().isThrownBy(() -> array.elapse(-1));
    loan.close();
    assertThatThrownBy(() -> array.readback(Block.of(1, 1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void nobodyAtTheSocketIsSaid() {
    assertThatThrownBy(
            () -> CrossbarClient.connect("bench", java.nio.file.Path.of("no-such-socket")))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining("no macro answers");
  }
}
