package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.Baseline;
import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import java.io.File;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The comparison that bnd-baseline-maven-plugin makes in api/: what it refuses, and what it lets
 * pass. An interface without annotation is implemented by plugins, as most of the API is.
 */
class ApiBaselineTest {

  private static final String RELEASED = "public interface Rule { void apply(); }";
  private static final String METHOD_ADDED = "public interface Rule { void apply(); void undo(); }";
  private static final String DEFAULT_METHOD_ADDED =
      "public interface Rule { void apply(); default void undo() {} }";
  private static final String METHOD_REMOVED = "public interface Rule {}";
  private static final String PROVIDER = "@org.osgi.annotation.versioning.ProviderType ";

  @TempDir Path temp;

  @Test
  void unchangedApiPasses() throws Exception {
    assertThat(refused(RELEASED, "1.0.0", RELEASED, "1.0.0")).isEmpty();
  }

  @Test
  void newMethodForPluginsToImplementIsRefusedInAMinorVersion() throws Exception {
    assertThat(refused(RELEASED, "1.0.0", METHOD_ADDED, "1.1.0"))
        .containsExactly("sample.api 1.1.0 should be 2.0.0");
  }

  @Test
  void newMethodForPluginsToImplementPassesInAMajorVersion() throws Exception {
    assertThat(refused(RELEASED, "1.0.0", METHOD_ADDED, "2.0.0")).isEmpty();
  }

  @Test
  void newMethodThatOnlyThePlatformImplementsPassesInAMinorVersion() throws Exception {
    assertThat(refused(PROVIDER + RELEASED, "1.0.0", PROVIDER + METHOD_ADDED, "1.1.0")).isEmpty();
  }

  @Test
  void compatibleChangeWithoutANewVersionIsRefused() throws Exception {
    assertThat(refused(PROVIDER + RELEASED, "1.0.0", PROVIDER + METHOD_ADDED, "1.0.0"))
        .containsExactly("sample.api 1.0.0 should be 1.1.0");
  }

  @Test
  void defaultMethodIsAMinorChange() throws Exception {
    assertThat(refused(RELEASED, "1.0.0", DEFAULT_METHOD_ADDED, "1.1.0")).isEmpty();
  }

  @Test
  void removedMethodIsRefused() throws Exception {
    assertThat(refused(PROVIDER + RELEASED, "1.0.0", PROVIDER + METHOD_REMOVED, "1.1.0"))
        .containsExactly("sample.api 1.1.0 should be 2.0.0");
  }

  /** The packages whose version doesn't allow for their change. */
  private Set<String> refused(
      String releasedSource, String releasedVersion, String source, String version)
      throws Exception {
    try (Jar released = jar("released", releasedSource, releasedVersion);
        Jar current = jar("current", source, version);
        Processor reporter = new Processor()) {
      return new Baseline(reporter, new DiffPluginImpl())
          .baseline(current, released, null).stream()
              .filter(info -> info.mismatch)
              .map(
                  info ->
                      "%s %s should be %s"
                          .formatted(info.packageName, info.newerVersion, info.suggestedVersion))
              .collect(Collectors.toSet());
    }
  }

  private Jar jar(String name, String type, String version) throws Exception {
    Path classes = Files.createDirectory(temp.resolve(name));
    compile(
        classes,
        source(
            "sample/api/package-info.java",
            "@org.osgi.annotation.bundle.Export "
                + "@org.osgi.annotation.versioning.Version(\""
                + version
                + "\") package sample.api;"),
        source("sample/api/Rule.java", "package sample.api; " + type));
    try (Builder builder = new Builder()) {
      builder.setProperty("Bundle-SymbolicName", "sample.api");
      builder.setProperty("Bundle-Version", version);
      builder.setProperty("-includeresource", classes.toString());
      Jar built = builder.build();
      assertThat(builder.getErrors()).isEmpty();
      // The builder closes its jar, so what is compared is read from a file, as in a real build.
      File file = temp.resolve(name + ".jar").toFile();
      built.write(file);
      return new Jar(file);
    }
  }

  private static void compile(Path classes, JavaFileObject... sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options =
        List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"));
    boolean compiled =
        compiler.getTask(messages, null, null, options, null, List.of(sources)).call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static JavaFileObject source(String path, String text) {
    return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
