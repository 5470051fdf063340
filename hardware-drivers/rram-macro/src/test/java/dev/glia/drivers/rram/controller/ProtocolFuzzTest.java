package dev.glia.drivers.rram.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.glia.v1.ArrayBlock;
import dev.glia.v1.ArrayDescription;
import dev.glia.v1.CalibrateArray;
import dev.glia.v1.CrossbarReply;
import dev.glia.v1.CrossbarRequest;
import dev.glia.v1.DescribeArray;
import dev.glia.v1.ElapseTime;
import dev.glia.v1.FormArray;
import dev.glia.v1.MultiplyVectors;
import dev.glia.v1.ProgramCells;
import dev.glia.v1.ReadCells;
import dev.glia.v1.ReportTelemetry;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Hosts send whatever they like: each message gets an answer, and the macro stays as it was. */
class ProtocolFuzzTest {
  private static final int MESSAGES = Integer.getInteger("glia.fuzz", 50_000);

  private final SplittableRandom random =
      new SplittableRandom(Long.getLong("glia.test.seed", 20261125));

  @Test
  void anyBytesGetAnAnswer() throws Exception {
    Session session = new Session("fuzzed", 1);
    int understood = 0;
    int refused = 0;
    for (int i = 0; i < MESSAGES; i++) {
      CrossbarReply reply = CrossbarReply.parseFrom(session.answer(message()));
      if (reply.getError().isEmpty()) {
        understood++;
      } else {
        refused++;
        assertThat(reply.getKindCase()).isEqualTo(CrossbarReply.KindCase.KIND_NOT_SET);
      }
    }
    assertThat(understood).isGreaterThan(MESSAGES / 100);
    assertThat(refused).isGreaterThan(MESSAGES / 3);
    CrossbarReply after =
        CrossbarReply.parseFrom(
            session.answer(
                CrossbarRequest.newBuilder()
                    .setDescribe(DescribeArray.newBuilder().setVersion(1))
                    .build()
                    .toByteArray()));
    assertThat(after.getDescription())
        .extracting(ArrayDescription::getInputs, ArrayDescription::getOutputs)
        .containsExactly(512, 256);
  }

  /** Anything from noise to a request that is right, or almost. */
  private byte[] message() {
    if (random.nextInt(4) == 0) {
      byte[] noise = new byte[random.nextInt(64)];
      random.nextBytes(noise);
      return noise;
    }
    CrossbarRequest.Builder request = CrossbarRequest.newBuilder().setNumber(random.nextLong());
    switch (random.nextInt(12)) {
      case 0 -> request.setDescribe(DescribeArray.newBuilder().setVersion(number()));
      case 1, 2, 3 -> request.setProgram(program());
      case 4, 5 -> request.setRead(ReadCells.newBuilder().setBlock(block()));
      case 6, 7, 8 -> request.setMultiply(multiply());
      case 9 -> request.setElapse(ElapseTime.newBuilder().setSeconds(real()));
      case 10 -> request.setTelemetry(ReportTelemetry.getDefaultInstance());
      default -> rare(request);
    }
    byte[] bytes = request.build().toByteArray();
    if (bytes.length > 0 && random.nextInt(3) == 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** What costs milliseconds. */
  private void rare(CrossbarRequest.Builder request) {
    if (random.nextInt(400) == 0) {
      request.setForm(form());
    } else if (random.nextInt(400) == 0) {
      request.setCalibrate(CalibrateArray.getDefaultInstance());
    }
  }

  private FormArray form() {
    FormArray.Builder form = FormArray.newBuilder().setSeed(random.nextLong());
    form.getPhysicsBuilder()
        .setFormingMeanSiemens(6e-5)
        .setReadNoise(random.nextInt(3) == 0 ? real() : 0.01)
        .setStuckOff(random.nextInt(3) == 0 ? real() : 0.01)
        .setInputBits(random.nextInt(3) == 0 ? number() : 4)
        .setAdcBits(random.nextInt(3) == 0 ? number() : 12)
        .setFullScaleAmperes(random.nextInt(3) == 0 ? real() : 1e-3);
    return form.build();
  }

  private ProgramCells program() {
    ArrayBlock block = block();
    ProgramCells.Builder program = ProgramCells.newBuilder().setBlock(block);
    int count =
        random.nextInt(4) == 0
            ? random.nextInt(30)
            : Math.clamp((long) block.getInputs() * block.getOutputs(), 0, 200);
    for (int k = 0; k < count; k++) {
      program.addPlus(conductance()).addMinus(conductance());
    }
    return program.build();
  }

  private MultiplyVectors multiply() {
    ArrayBlock block = block();
    int vectors = random.nextInt(5) == 0 ? number() : 1 + random.nextInt(3);
    MultiplyVectors.Builder multiply =
        MultiplyVectors.newBuilder().setBlock(block).setVectors(vectors);
    boolean codes = random.nextInt(4) == 0;
    long stride = codes ? block.getInputs() : Math.ceilDiv(block.getInputs(), 8);
    int length =
        random.nextInt(4) == 0 ? random.nextInt(40) : (int) Math.clamp(stride * vectors, 0, 400);
    byte[] content = new byte[length];
    random.nextBytes(content);
    return (codes
            ? multiply.setCodes(ByteString.copyFrom(content))
            : multiply.setBits(ByteString.copyFrom(content)))
        .setAccess(random.nextInt(3) == 0 ? random.nextLong() : 0)
        .build();
  }

  private ArrayBlock block() {
    return ArrayBlock.newBuilder()
        .setFirstInput(random.nextInt(4) == 0 ? number() : random.nextInt(500))
        .setInputs(random.nextInt(5) == 0 ? number() : 1 + random.nextInt(12))
        .setFirstOutput(random.nextInt(4) == 0 ? number() : random.nextInt(240))
        .setOutputs(random.nextInt(5) == 0 ? number() : 1 + random.nextInt(12))
        .build();
  }

  private float conductance() {
    return random.nextInt(40) == 0 ? (float) real() : (float) random.nextDouble(40e-6);
  }

  private int number() {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> 1;
      case 2 -> -1;
      case 3 -> Integer.MAX_VALUE;
      case 4 -> Integer.MIN_VALUE;
      default -> random.nextInt(600);
    };
  }

  private double real() {
    return switch (random.nextInt(7)) {
      case 0 -> Double.NaN;
      case 1 -> Double.POSITIVE_INFINITY;
      case 2 -> -1;
      case 3 -> 1e300;
      case 4 -> Double.MIN_VALUE;
      default -> random.nextDouble();
    };
  }
}
