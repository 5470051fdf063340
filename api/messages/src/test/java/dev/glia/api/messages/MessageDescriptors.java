package dev.glia.api.messages;

import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The descriptors of the messages as they are now, and as they were released. */
final class MessageDescriptors {

  private static final String PACKAGE = "dev.glia.v1";

  private MessageDescriptors() {}

  /** Writes the current descriptors to a file: a step of cutting a release. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      current().writeTo(out);
    }
  }

  /**
   * Asks the generated classes, so that nothing but the sources decides, and none is forgotten:
   * each {@code .proto} file has one outer class that knows its descriptor.
   */
  static FileDescriptorSet current() throws Exception {
    Path classes = Path.of("target/classes", PACKAGE.replace('.', '/'));
    SortedMap<String, FileDescriptor> files = new TreeMap<>();
    try (Stream<Path> entries = Files.list(classes)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (name.endsWith(".class") && !name.contains("$") && !name.equals("package-info.class")) {
          String simpleName = name.substring(0, name.length() - ".class".length());
          FileDescriptor file = fileOf(Class.forName(PACKAGE + "." + simpleName));
          if (file != null) {
            files.put(file.getName(), file);
          }
        }
      }
    }
    FileDescriptorSet.Builder set = FileDescriptorSet.newBuilder();
    files.values().forEach(file -> set.addFile(file.toProto()));
    return set.build();
  }

  /** What {@code released/<version>/glia.desc} among the test resources says. */
  static FileDescriptorSet released(String version) throws IOException {
    String name = "/released/" + version + "/glia.desc";
    try (InputStream in = MessageDescriptors.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no " + name + " among the test resources");
      }
      return FileDescriptorSet.parseFrom(in);
    }
  }

  private static FileDescriptor fileOf(Class<?> generated) throws ReflectiveOperationException {
    for (Method method : generated.getMethods()) {
      if (method.getName().equals("getDescriptor")
          && method.getReturnType() == FileDescriptor.class) {
        return (FileDescriptor) method.invoke(null);
      }
    }
    return null;
  }
}
