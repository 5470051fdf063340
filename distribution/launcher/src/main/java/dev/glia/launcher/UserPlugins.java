package dev.glia.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The plugins that the user has installed: what {@code plugins.tsv} in the user's plugin directory
 * says, not what happens to lie beside it. A jar that was copied there by hand is not loaded.
 *
 * <p>The file is UTF-8 text, a plugin a line, four fields with a tab between:
 *
 * <pre>
 * symbolic-name TAB version TAB sha256 TAB file
 * </pre>
 *
 * {@code sha256} is that of the jar, 64 lower-case hex digits; {@code file} its name in the same
 * directory. Empty lines and lines that begin with {@code #} are skipped. Two versions of one name
 * may be listed; both are started. Whoever writes the file puts a complete new one in place with an
 * atomic move, as another container may be booting.
 */
final class UserPlugins {

  static final String FILE = "plugins.tsv";

  /** One good line. */
  record Entry(String symbolicName, String version, String sha256, Path jar) {

    String id() {
      return symbolicName + " " + version;
    }
  }

  private final Path directory;

  private UserPlugins(Path directory) {
    this.directory = directory;
  }

  static UserPlugins in(Path directory) {
    return new UserPlugins(directory);
  }

  /** Reads and checks the list; what is wrong with it goes to the report, the rest is returned. */
  List<Entry> verified(BootReport report) throws IOException {
    Path file = directory.resolve(FILE);
    List<Entry> entries = new ArrayList<>();
    if (!Files.exists(file)) {
      return entries;
    }
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t", -1);
      String where = " (" + file + ":" + number + ")";
      if (fields.length != 4) {
        report.failed(
            Room.PLUGINS, fields[0], "4 fields wanted, " + fields.length + " found" + where);
        continue;
      }
      Entry entry = new Entry(fields[0], fields[1], fields[2], directory.resolve(fields[3]));
      String wrong = whatIsWrong(entry);
      if (wrong == null) {
        entries.add(entry);
      } else {
        report.failed(Room.PLUGINS, entry.id(), wrong + where);
      }
    }
    return entries;
  }

  private String whatIsWrong(Entry entry) throws IOException {
    Path jar = entry.jar();
    if (!directory.equals(jar.normalize().getParent())) {
      return "its file " + jar + " is outside of the plugin directory";
    }
    if (!Files.isRegularFile(jar)) {
      return "its file " + jar.getFileName() + " is missing";
    }
    String actual = sha256(jar);
    if (!actual.equals(entry.sha256())) {
      return "its file was changed: SHA-256 is " + actual + ", installed was " + entry.sha256();
    }
    return null;
  }

  static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
