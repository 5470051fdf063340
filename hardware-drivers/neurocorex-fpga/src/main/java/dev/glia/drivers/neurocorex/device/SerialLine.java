package dev.glia.drivers.neurocorex.device;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import dev.glia.drivers.neurocorex.wire.Line;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A serial port at 1 Mbaud, 8N1: a board's, or a pseudo-terminal. */
final class SerialLine implements Line {
  private static final int BAUD = 1_000_000;
  private static final int WRITE_SECONDS = 2;

  private final SerialPort port;
  private final ExecutorService writer;
  private volatile boolean closed;

  private SerialLine(SerialPort port) {
    this.port = port;
    writer =
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("serial " + name()).unstarted(task));
  }

  /**
   * Opens a port.
   *
   * @param path {@code /dev/ttyUSB1}
   * @throws IOException if it isn't there, or isn't ours
   */
  static SerialLine open(String path) throws IOException {
    SerialPort port;
    try {
      port = SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException(path + " isn't a serial port that's there", e);
    }
    port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    if (!port.openPort(0)) {
      throw new IOException(
          "%s doesn't open (code %d): is it in use, or not yours to read and write?"
              .formatted(path, port.getLastErrorCode()));
    }
    return new SerialLine(port);
  }

  @Override
  public String name() {
    return port.getSystemPortPath();
  }

  /** A port whose device has stopped reading blocks whoever writes, so a thread of ours does. */
  @Override
  public void write(byte[] bytes) throws IOException {
    requireOpen();
    try {
      int written =
          writer
              .submit(() -> port.writeBytes(bytes, bytes.length))
              .get(WRITE_SECONDS, TimeUnit.SECONDS);
      if (written != bytes.length) {
        throw new IOException(
            "%s took %d of %d bytes: it's gone".formatted(name(), written, bytes.length));
      }
    } catch (TimeoutException e) {
      close();
      throw new IOException(name() + " takes no more bytes: its device has stopped reading", e);
    } catch (ExecutionException e) {
      throw new IOException(name() + " can't be written to", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while writing to " + name(), e);
    }
  }

  @Override
  public int read(byte[] buffer, int timeoutMillis) throws IOException {
    requireOpen();
    int mode =
        timeoutMillis == 0 ? SerialPort.TIMEOUT_NONBLOCKING : SerialPort.TIMEOUT_READ_SEMI_BLOCKING;
    port.setComPortTimeouts(mode, timeoutMillis, 0);
    int count = port.readBytes(buffer, buffer.length);
    if (count < 0) {
      throw new IOException(name() + " can't be read: it's gone");
    }
    return count;
  }

  private void requireOpen() throws IOException {
    if (closed || !port.isOpen()) {
      throw new IOException(name() + " is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      writer.shutdownNow();
      port.closePort();
    }
  }
}
