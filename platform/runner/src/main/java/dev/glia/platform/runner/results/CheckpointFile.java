package dev.glia.platform.runner.results;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dev.glia.api.component.Fault;
import dev.glia.v1.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The checkpoint of a run: the message, then its SHA-256. Replaced atomically. */
public final class CheckpointFile {
  private static final String FILE = "checkpoint";
  private static final int HASH = 32;

  private CheckpointFile() {}

  /** Keeps a checkpoint in place of the last one. */
  public static void write(RunDirectory directory, Checkpoint checkpoint) {
    byte[] message = checkpoint.toByteArray();
    byte[] content = Arrays.copyOf(message, message.length + HASH);
    System.arraycopy(Sha256.digest().digest(message), 0, content, message.length, HASH);
    directory.writeWork(FILE, content);
  }

  /**
   * Reads the last checkpoint.
   *
   * @param experiment hash of the experiment that it must belong to
   * @throws Fault INPUT if it's damaged or of another experiment
   */
  public static Checkpoint read(RunDirectory directory, byte[] experiment) {
    byte[] content = directory.readWork(FILE);
    int length = content.length - HASH;
    byte[] message = Arrays.copyOf(content, Math.max(0, length));
    boolean whole =
        length >= 0
            && Arrays.equals(
                Sha256.digest().digest(message),
                Arrays.copyOfRange(content, length, content.length));
    if (whole) {
      try {
        Checkpoint checkpoint = Checkpoint.parseFrom(message);
        if (!Arrays.equals(checkpoint.getExperiment().toByteArray(), experiment)) {
          throw Fault.input(
              directory.path()
                  + ": the checkpoint was made by another experiment. Try running the"
                  + " experiment anew.");
        }
        return checkpoint;
      } catch (InvalidProtocolBufferException e) {
        // Said below: a checksum that fits doesn't make it a checkpoint.
      }
    }
    throw Fault.input(
        directory.path()
            + ": the checkpoint is damaged, its checksum doesn't match. Try running"
            + " the experiment anew.");
  }

  /** The bytes of a message that are the same for equal messages. */
  public static byte[] canonical(Message message) {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.useDeterministicSerialization();
    try {
      message.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }
}
