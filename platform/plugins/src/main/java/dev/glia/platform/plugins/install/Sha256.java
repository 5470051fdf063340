package dev.glia.platform.plugins.install;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums as the list of plugins writes them. */
public final class Sha256 {
  private Sha256() {}

  /** Copies a stream to its end, and returns the checksum of what passed. */
  public static String copy(InputStream from, OutputStream to) throws IOException {
    DigestInputStream counted = new DigestInputStream(from, digest());
    counted.transferTo(to);
    return HexFormat.of().formatHex(counted.getMessageDigest().digest());
  }

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
