package dev.glia.drivers.rram.host;

import com.google.protobuf.Message;
import dev.glia.api.random.CounterRandom;
import dev.glia.drivers.rram.controller.RramMacro;
import dev.glia.v1.CrossbarRequest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Where the controller's classes lie, as another JVM wants to know it. */
final class ClassPath {
  private static final List<Class<?>> NEEDED =
      List.of(RramMacro.class, CounterRandom.class, CrossbarRequest.class, Message.class);

  private ClassPath() {}

  /**
   * The class path of a controller.
   *
   * @param scratch for copies of bundles that lie nowhere as a file
   */
  static String ofController(Path scratch) throws IOException {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> type : NEEDED) {
      Bundle bundle = FrameworkUtil.getBundle(type);
      places.add((bundle == null ? ofClass(type) : ofBundle(bundle, scratch)).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  private static Path ofClass(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private static Path ofBundle(Bundle bundle, Path scratch) throws IOException {
    String location = bundle.getLocation().replaceFirst("^reference:", "");
    if (location.startsWith("file:")) {
      Path file = Path.of(URI.create(location));
      if (Files.exists(file)) {
        return file;
      }
    }
    return copy(bundle, scratch.resolve(bundle.getBundleId() + ".jar"));
  }

  private static Path copy(Bundle bundle, Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      Enumeration<URL> classes = bundle.findEntries("/", "*.class", true);
      while (classes != null && classes.hasMoreElements()) {
        URL entry = classes.nextElement();
        out.putNextEntry(new ZipEntry(entry.getPath().replaceFirst("^/", "")));
        try (InputStream in = entry.openStream()) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }
}
