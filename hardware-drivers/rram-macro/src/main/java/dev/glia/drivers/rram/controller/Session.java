package dev.glia.drivers.rram.controller;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Calibration;
import dev.glia.api.crossbar.Conductances;
import dev.glia.drivers.rram.array.ArrayModel;
import dev.glia.drivers.rram.array.Physics;
import dev.glia.drivers.rram.array.Vectors;
import dev.glia.v1.ArrayBlock;
import dev.glia.v1.ArrayCalibration;
import dev.glia.v1.ArrayCurrents;
import dev.glia.v1.ArrayDescription;
import dev.glia.v1.CellValues;
import dev.glia.v1.CrossbarReply;
import dev.glia.v1.CrossbarRequest;
import dev.glia.v1.FormArray;
import dev.glia.v1.MultiplyVectors;
import dev.glia.v1.ProgramCells;
import dev.glia.v1.ReadCells;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Answers requests to one macro. Whatever is asked, there is an answer: requests that can't be
 * carried out change nothing. The die outlives its hosts, as cells keep what they hold.
 */
public final class Session {
  /** Version of the protocol that is spoken here. */
  public static final int VERSION = 1;

  private static final int FLOAT_BYTES = 4;
  private static final int ROOM = 1 << 16;

  private final String device;
  private long seed;
  private ArrayModel array;

  /** A macro with a die as it comes from the fab. */
  public Session(String device, long seed) {
    this.device = device;
    this.seed = seed;
    array = new ArrayModel(seed, Physics.DEFAULT);
  }

  /**
   * The answer to a message, which may be anything.
   *
   * @return a {@link CrossbarReply}
   */
  public byte[] answer(byte[] message) {
    CrossbarReply.Builder reply = CrossbarReply.newBuilder();
    try {
      CrossbarRequest request = CrossbarRequest.parseFrom(message);
      reply.setNumber(request.getNumber());
      carryOut(request, reply);
    } catch (InvalidProtocolBufferException e) {
      reply.setError("this is no request: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      reply.clearKind().setError(e.getMessage());
    }
    return reply.build().toByteArray();
  }

  private void carryOut(CrossbarRequest request, CrossbarReply.Builder reply) {
    switch (request.getKindCase()) {
      case DESCRIBE -> reply.setDescription(describe(request.getDescribe().getVersion()));
      case FORM -> {
        form(request.getForm());
        reply.setDescription(describe(VERSION));
      }
      case PROGRAM -> program(request.getProgram());
      case READ -> reply.setCells(read(request.getRead()));
      case MULTIPLY -> reply.setCurrents(multiply(request.getMultiply()));
      case CALIBRATE -> reply.setCalibration(message(array.calibrate()));
      case ELAPSE -> array.elapse(request.getElapse().getSeconds());
      case TELEMETRY ->
          reply.setTelemetry(array.telemetry().setDevice(device).setAt(System.currentTimeMillis()));
      case KIND_NOT_SET -> throw new IllegalArgumentException("nothing is asked for");
    }
  }

  private void form(FormArray form) {
    Physics physics = form.getAgain() ? array.physics() : Physics.of(form.getPhysics());
    seed = form.getAgain() ? seed : form.getSeed();
    array = new ArrayModel(seed, physics);
  }

  private ArrayDescription describe(int version) {
    if (version != VERSION) {
      throw new IllegalArgumentException(
          "version " + version + " of the protocol isn't spoken here, but " + VERSION);
    }
    Physics physics = array.physics();
    return ArrayDescription.newBuilder()
        .setVersion(VERSION)
        .setDevice(device)
        .setSimulated(true)
        .setInputs(ArrayModel.INPUTS)
        .setOutputs(ArrayModel.OUTPUTS)
        .setReadVolts(Physics.READ_VOLTS)
        .setInputBits(physics.inputBits())
        .setAdcBits(physics.adcBits())
        .setFullScaleAmperes(physics.fullScale())
        .setProgrammableSiemens(Physics.PROGRAMMABLE)
        .build();
  }

  private void program(ProgramCells request) {
    array.program(
        block(request.getBlock()),
        new Conductances(
            floats(request.getPlusCount(), request::getPlus),
            floats(request.getMinusCount(), request::getMinus)));
  }

  private CellValues read(ReadCells request) {
    Conductances cells = array.readback(block(request.getBlock()));
    CellValues.Builder values = CellValues.newBuilder();
    for (int k = 0; k < cells.plus().length; k++) {
      values.addPlus(cells.plus()[k]).addMinus(cells.minus()[k]);
    }
    return values.build();
  }

  private ArrayCurrents multiply(MultiplyVectors request) {
    Block block = block(request.getBlock());
    int count = request.getVectors();
    if (count < 1 || (long) count * block.outputs() * FLOAT_BYTES > Link.LONGEST - ROOM) {
      throw new IllegalArgumentException(count + " vectors at once can't be");
    }
    Vectors vectors =
        request.getCodes().isEmpty()
            ? Vectors.bits(request.getBits().toByteArray(), block.inputs(), count)
            : Vectors.codes(
                request.getCodes().toByteArray(),
                block.inputs(),
                count,
                array.physics().inputBits());
    float[] amperes = array.multiply(block, vectors, request.getAccess());
    ArrayCurrents.Builder currents = ArrayCurrents.newBuilder();
    for (float each : amperes) {
      currents.addAmperes(each);
    }
    return currents.build();
  }

  private static Block block(ArrayBlock message) {
    Block block =
        new Block(
            message.getFirstInput(),
            message.getInputs(),
            message.getFirstOutput(),
            message.getOutputs());
    block.requireWithin(ArrayModel.INPUTS, ArrayModel.OUTPUTS);
    return block;
  }

  private interface Items {
    float at(int index);
  }

  private static float[] floats(int count, Items items) {
    float[] floats = new float[count];
    for (int i = 0; i < count; i++) {
      floats[i] = items.at(i);
    }
    return floats;
  }

  private static ArrayCalibration message(Calibration calibration) {
    return ArrayCalibration.newBuilder()
        .addAllOffsetAmperes(DoubleStream.of(calibration.offsets()).boxed().toList())
        .addAllGain(DoubleStream.of(calibration.gains()).boxed().toList())
        .setMeanSiemens(calibration.mean())
        .setDeviationSiemens(calibration.deviation())
        .setSkewness(calibration.skewness())
        .addAllStuckOff(IntStream.of(calibration.stuckOff()).boxed().toList())
        .addAllStuckOn(Arrays.stream(calibration.stuckOn()).boxed().toList())
        .build();
  }
}
