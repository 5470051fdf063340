package dev.glia.drivers.rram.host;

import com.google.protobuf.ByteString;
import dev.glia.api.crossbar.Block;
import dev.glia.api.crossbar.Calibration;
import dev.glia.api.crossbar.Conductances;
import dev.glia.api.crossbar.CrossbarArray;
import dev.glia.api.crossbar.CrossbarInfo;
import dev.glia.api.device.DeviceException;
import dev.glia.api.device.DeviceLostException;
import dev.glia.api.device.Gauge;
import dev.glia.drivers.rram.controller.Link;
import dev.glia.v1.ArrayBlock;
import dev.glia.v1.ArrayPhysics;
import dev.glia.v1.CalibrateArray;
import dev.glia.v1.CrossbarReply;
import dev.glia.v1.CrossbarReply.KindCase;
import dev.glia.v1.CrossbarRequest;
import dev.glia.v1.DescribeArray;
import dev.glia.v1.ElapseTime;
import dev.glia.v1.FormArray;
import dev.glia.v1.MultiplyVectors;
import dev.glia.v1.ProgramCells;
import dev.glia.v1.ReadCells;
import dev.glia.v1.ReportTelemetry;
import dev.glia.v1.Telemetry;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An array behind a controller's socket. A controller that hangs up, is silent for {@link
 * #PATIENCE} or answers nonsense is lost: all that follows is refused at once.
 */
public final class CrossbarClient implements CrossbarArray {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final Link link;
  private CrossbarInfo info;
  private Runnable whenClosed = () -> {};
  private long number;
  private long wireNanos;
  private long wireBytes;
  private volatile boolean lost;
  private volatile boolean closed;

  private CrossbarClient(String name, Link link) {
    this.name = name;
    this.link = link;
  }

  /**
   * Connects to a controller.
   *
   * @param name of the macro, for messages
   * @throws DeviceException if nobody listens, the macro is taken, or it speaks something else
   */
  public static CrossbarClient connect(String name, Path socket) throws DeviceException {
    CrossbarClient client;
    try {
      SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
      try {
        channel.connect(UnixDomainSocketAddress.of(socket));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      client = new CrossbarClient(name, new Link(channel));
    } catch (IOException | IllegalArgumentException e) {
      throw new DeviceException(
          "no macro answers as " + name + " at " + socket + ": is its controller running?", e);
    }
    try {
      client.describe();
      return client;
    } catch (DeviceException e) {
      client.close();
      throw e;
    }
  }

  private void describe() throws DeviceException {
    DescribeArray describe = DescribeArray.newBuilder().setVersion(1).build();
    CrossbarRequest.Builder request = CrossbarRequest.newBuilder().setDescribe(describe);
    info = Replies.info(ask(request, KindCase.DESCRIPTION).getDescription());
  }

  /** Makes sure that the controller still answers. */
  public void check() throws DeviceException {
    describe();
  }

  /** Gives a simulated macro another die. */
  public void form(long seed, ArrayPhysics physics) throws DeviceException {
    form(FormArray.newBuilder().setSeed(seed).setPhysics(physics).build());
  }

  /** Makes a simulated macro's die what it was after its first forming. */
  public void formAgain() throws DeviceException {
    form(FormArray.newBuilder().setAgain(true).build());
  }

  private void form(FormArray form) throws DeviceException {
    info =
        Replies.info(
            ask(CrossbarRequest.newBuilder().setForm(form), KindCase.DESCRIPTION).getDescription());
  }

  @Override
  public CrossbarInfo info() {
    return info;
  }

  @Override
  public void program(Block block, Conductances cells) throws DeviceException {
    requireLength(cells.plus().length, block.pairs(), "conductances");
    ProgramCells.Builder program = ProgramCells.newBuilder().setBlock(message(block));
    for (int k = 0; k < block.pairs(); k++) {
      requireProgrammable(cells.plus()[k]);
      requireProgrammable(cells.minus()[k]);
      program.addPlus(cells.plus()[k]).addMinus(cells.minus()[k]);
    }
    ask(CrossbarRequest.newBuilder().setProgram(program), KindCase.KIND_NOT_SET);
  }

  private void requireProgrammable(float siemens) {
    if (!(siemens >= 0 && siemens <= info.programmableSiemens() * (1 + 1e-6))) {
      throw new IllegalArgumentException(
          "cells are programmed to 0 to " + info.programmableSiemens() + " S, given " + siemens);
    }
  }

  @Override
  public Conductances readback(Block block) throws DeviceException {
    ReadCells read = ReadCells.newBuilder().setBlock(message(block)).build();
    CrossbarReply reply = ask(CrossbarRequest.newBuilder().setRead(read), KindCase.CELLS);
    return Replies.cells(reply.getCells(), block.pairs());
  }

  @Override
  public float[] multiply(Block block, long[] bits, int vectors, long access)
      throws DeviceException {
    int words = (block.inputs() + 63) / 64;
    requireLength(bits.length, (long) words * vectors, "words");
    int stride = (block.inputs() + 7) / 8;
    byte[] packed = new byte[stride * vectors];
    ByteBuffer row = ByteBuffer.allocate(8 * words).order(ByteOrder.LITTLE_ENDIAN);
    for (int v = 0; v < vectors; v++) {
      row.asLongBuffer().put(bits, v * words, words);
      row.get(0, packed, v * stride, stride);
    }
    return multiply(block, vectors, access, MultiplyVectors.newBuilder().setBits(bytes(packed)));
  }

  @Override
  public float[] multiply(Block block, byte[] codes, int vectors, long access)
      throws DeviceException {
    requireLength(codes.length, (long) block.inputs() * vectors, "codes");
    int most = (1 << info.inputBits()) - 1;
    for (byte code : codes) {
      if ((code & 0xFF) > most) {
        throw new IllegalArgumentException(
            "code " + (code & 0xFF) + " at an input of " + info.inputBits() + " bits");
      }
    }
    return multiply(block, vectors, access, MultiplyVectors.newBuilder().setCodes(bytes(codes)));
  }

  private static ByteString bytes(byte[] content) {
    return ByteString.copyFrom(content);
  }

  private float[] multiply(Block block, int vectors, long access, MultiplyVectors.Builder multiply)
      throws DeviceException {
    if (vectors < 1 || access < 0) {
      throw new IllegalArgumentException(vectors + " vectors at access " + access + " can't be");
    }
    multiply.setBlock(message(block)).setVectors(vectors).setAccess(access);
    CrossbarReply reply =
        ask(CrossbarRequest.newBuilder().setMultiply(multiply), KindCase.CURRENTS);
    return Replies.currents(reply.getCurrents(), vectors * block.outputs());
  }

  @Override
  public Calibration calibrate() throws DeviceException {
    CalibrateArray calibrate = CalibrateArray.getDefaultInstance();
    CrossbarReply reply =
        ask(CrossbarRequest.newBuilder().setCalibrate(calibrate), KindCase.CALIBRATION);
    return Replies.calibration(reply.getCalibration(), 2 * info.inputs() * info.outputs());
  }

  @Override
  public void elapse(double seconds) throws DeviceException {
    if (!(seconds >= 0 && seconds <= 1e12)) {
      throw new IllegalArgumentException("time passes forwards, given " + seconds + " s");
    }
    ElapseTime elapse = ElapseTime.newBuilder().setSeconds(seconds).build();
    ask(CrossbarRequest.newBuilder().setElapse(elapse), KindCase.KIND_NOT_SET);
  }

  @Override
  public Telemetry telemetry() throws DeviceException {
    ReportTelemetry report = ReportTelemetry.getDefaultInstance();
    CrossbarReply reply =
        ask(CrossbarRequest.newBuilder().setTelemetry(report), KindCase.TELEMETRY);
    return reply.getTelemetry().toBuilder()
        .addReadings(Gauge.WIRE_TIME.reading(wireNanos * 1e-9))
        .addReadings(
            Telemetry.Reading.newBuilder().setName("wire-bytes").setValue(wireBytes).setUnit("B"))
        .build();
  }

  /** Whether the controller has been given up. */
  public boolean isLost() {
    return lost;
  }

  private synchronized CrossbarReply ask(CrossbarRequest.Builder request, KindCase kind)
      throws DeviceException {
    if (closed) {
      throw new IllegalStateException("the array is closed");
    }
    if (lost) {
      throw new DeviceLostException("the macro " + name + " is gone", null);
    }
    byte[] answer;
    long started = System.nanoTime();
    try {
      byte[] message = request.setNumber(++number).build().toByteArray();
      link.send(message, PATIENCE);
      answer = link.receive(PATIENCE, PATIENCE);
      wireBytes += message.length + answer.length;
    } catch (IOException e) {
      lost = true;
      throw new DeviceLostException("the macro " + name + " is gone: " + e.getMessage(), e);
    } finally {
      wireNanos += System.nanoTime() - started;
    }
    return Replies.read(answer, number, kind);
  }

  private ArrayBlock message(Block block) {
    block.requireWithin(info.inputs(), info.outputs());
    return ArrayBlock.newBuilder()
        .setFirstInput(block.firstInput())
        .setInputs(block.inputs())
        .setFirstOutput(block.firstOutput())
        .setOutputs(block.outputs())
        .build();
  }

  private static void requireLength(long given, long wanted, String what) {
    if (given != wanted) {
      throw new IllegalArgumentException(given + " " + what + ", but " + wanted + " are needed");
    }
  }

  /** What is done once, after the connection was closed. */
  void whenClosed(Runnable action) {
    whenClosed = action;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      link.close();
    } catch (IOException e) {
      System.getLogger(CrossbarClient.class.getName())
          .log(System.Logger.Level.DEBUG, "the line to the macro", e);
    }
    whenClosed.run();
  }
}
