package dev.glia.platform.plugins.pack;

import dev.glia.api.component.Fault;
import dev.glia.platform.catalog.ModelFiles;
import dev.glia.platform.plugins.install.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** Writes a bundle whose bytes depend on nothing but its content. */
public final class BundleWriter {
  /** The earliest time that a zip entry can have. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  public BundleWriter(String symbolicName, String version, String title) {
    files.put("META-INF/MANIFEST.MF", manifest(symbolicName, version, title));
  }

  /** Adds a file; files come in the order in which they're added. */
  public void file(String name, byte[] bytes) {
    files.put(name, bytes);
  }

  /** Writes the jar in one step, and returns its checksum. */
  public String writeTo(Path jar) {
    byte[] bytes = bytes();
    Path fresh = jar.resolveSibling(jar.getFileName() + ".new");
    try {
      Files.write(fresh, bytes);
      Files.move(fresh, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Fault(Fault.Kind.EXTERNAL, jar + " can't be written: " + e, e);
    }
    return Sha256.of(bytes);
  }

  private byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** Not compressed: another zlib could compress otherwise, and models are small. */
  private static ZipEntry entry(String name, byte[] bytes) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(TIME);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    entry.setCrc(crc.getValue());
    return entry;
  }

  private static byte[] manifest(String symbolicName, String version, String title) {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
    main.putValue(Constants.BUNDLE_VERSION, version);
    main.putValue(Constants.BUNDLE_NAME, title.replaceAll("\\s+", " ").strip());
    main.putValue(Constants.REQUIRE_CAPABILITY, extender());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      manifest.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /** Without something that registers the files, the bundle would start and offer nothing. */
  private static String extender() {
    Version from = Version.parseVersion(ModelFiles.EXTENDER_VERSION);
    return "osgi.extender;filter:=\"(&(osgi.extender="
        + ModelFiles.EXTENDER
        + ")(version>="
        + from
        + ")(!(version>="
        + (from.getMajor() + 1)
        + ".0.0)))\"";
  }
}
