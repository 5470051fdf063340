package dev.glia.integration;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import dev.glia.integration.fixture.GliaProcess;
import dev.glia.integration.fixture.RunDirectory;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.BundleActivator;

/** A plugin that was compiled against a released API runs in today's container. */
class ReleasedPluginTest {
  private static final Path RELEASED =
      Path.of(System.getProperty("glia.checkout"), "api/released/dev/glia");

  /** Two components of interfaces that plugins implement: a topology and an analyzer. */
  private static final String PLUGIN =
      """
      package sample.old;

      import dev.glia.api.analysis.*;
      import dev.glia.api.component.*;
      import dev.glia.api.topology.*;
      import java.util.*;
      import org.osgi.framework.*;

      public final class Old implements BundleActivator {
        @Override
        public void start(BundleContext context) {
          offer(context, Topology.class, new Next());
          offer(context, Analyzer.class, new Busiest());
        }

        private static <T extends Component> void offer(BundleContext context, Class<T> type, T it) {
          Dictionary<String, Object> properties = new Hashtable<>();
          properties.put(Component.ID, it.descriptor().id());
          properties.put(Component.VERSION, it.descriptor().version());
          context.registerService(type, it, properties);
        }

        @Override
        public void stop(BundleContext context) {}

        static final class Next implements Topology {
          @Override
          public Descriptor descriptor() {
            return Descriptor.of(ComponentKind.TOPOLOGY, "next", "1.0.0", "To the next one", "");
          }

          @Override
          public Connectivity connect(Layer from, Layer to, Parameters parameters, long key) {
            return new Connectivity() {
              @Override
              public int sources() {
                return from.size();
              }

              @Override
              public int targets() {
                return to.size();
              }

              @Override
              public int[] row(int source) {
                return new int[] {(source + 1) % to.size()};
              }

              @Override
              public long expectedSynapses() {
                return from.size();
              }
            };
          }
        }

        static final class Busiest implements Analyzer {
          @Override
          public Descriptor descriptor() {
            return Descriptor.of(ComponentKind.ANALYZER, "busiest", "1.0.0", "Most spikes", "");
          }

          @Override
          public void analyze(Recording recording, Parameters parameters, ResultSink into) {
            int[] counts = new int[recording.network().population("cells").size()];
            for (int neuron : recording.spikesOf("cells").orElseThrow().neurons()) {
              counts[neuron]++;
            }
            into.metric("busiest.spikes", Arrays.stream(counts).max().orElse(0), "");
          }
        }
      }
      """;

  private static final String EXPERIMENT =
      """
      glia: 1
      name: old-plugin
      seed: 5
      time: {dt: 0.1 ms, run: 100 ms}
      populations:
        noise: {model: poisson, size: 50, rate: 200 Hz}
        cells: {model: lif, size: 50}
      projections:
        - {from: noise, to: cells, topology: next, synapse: delta, weight: 30 mV, delay: 1 ms}
      probes:
        - {of: cells, record: spikes}
      analyze: [busiest]
      """;

  @TempDir Path temp;

  static List<String> releases() throws IOException {
    try (Stream<Path> versions = Files.list(RELEASED.resolve("glia-api-services"))) {
      return versions.map(version -> version.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void pluginBuiltAgainstAReleaseRuns(String release) throws Exception {
    Files.writeString(temp.resolve("lab.yaml"), EXPERIMENT);
    pack(release, temp.resolve("old.jar"));
    GliaProcess glia = GliaProcess.in(temp);

    GliaProcess.Result installed = glia.run("install", "old.jar");
    assertThat(installed.exitCode()).as(installed.err()).isZero();
    GliaProcess.Result run = glia.run("run", "lab.yaml");

    assertThat(run.exitCode()).as(run.err()).isZero();
    RunDirectory kept = RunDirectory.only(temp.resolve("runs"));
    assertThat(kept.versionOf("next")).isEqualTo("1.0.0");
    assertThat(kept.metric("busiest.spikes")).isGreaterThan(1);
  }

  @Test
  void pluginForANewerMajorVersionIsRefusedWithTheReason() throws Exception {
    pack(releases().getLast(), temp.resolve("old.jar"), "dev.glia.api.analysis;version='[9,10)',*");
    GliaProcess.Result installed = GliaProcess.in(temp).run("install", "old.jar");
    assertThat(installed.exitCode()).isNotZero();
    assertThat(installed.err())
        .contains("old.jar isn't installed, nothing has changed")
        .contains("dev.glia.api.analysis [9.0.0,10.0.0), here is ");
  }

  private void pack(String release, Path jar, String... imports) throws Exception {
    List<File> api = jarsOf(release);
    Path classes = Files.createDirectory(temp.resolve("classes"));
    compile(classes, api);
    try (Builder builder = new Builder()) {
      builder.setClasspath(api);
      builder.setProperty(Constants.BUNDLE_SYMBOLICNAME, "sample.old");
      builder.setProperty(Constants.BUNDLE_VERSION, "1.0.0");
      builder.setProperty(Constants.BUNDLE_ACTIVATOR, "sample.old.Old");
      builder.setProperty(Constants.INCLUDERESOURCE, classes.toString());
      builder.setProperty(Constants.IMPORT_PACKAGE, imports.length == 0 ? "*" : imports[0]);
      Jar built = builder.build();
      assertThat(builder.getErrors()).isEmpty();
      built.write(jar.toFile());
    }
  }

  /** The released jars, and OSGi's own. */
  private static List<File> jarsOf(String release) throws Exception {
    try (Stream<Path> artifacts = Files.list(RELEASED)) {
      List<File> jars =
          artifacts
              .map(artifact -> artifact.resolve(release))
              .map(
                  folder ->
                      folder.resolve(folder.getParent().getFileName() + "-" + release + ".jar"))
              .map(Path::toFile)
              .collect(Collectors.toList());
      assertThat(jars).allMatch(File::isFile);
      jars.add(
          new File(
              BundleActivator.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
      return jars;
    }
  }

  private static void compile(Path classes, List<File> api) {
    String classPath =
        api.stream().map(File::toString).collect(Collectors.joining(File.pathSeparator));
    StringWriter messages = new StringWriter();
    boolean compiled =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                messages,
                null,
                null,
                List.of("-proc:none", "-d", classes.toString(), "-classpath", classPath),
                null,
                List.of(source()))
            .call();
    assertThat(compiled).as(messages.toString()).isTrue();
  }

  private static JavaFileObject source() {
    URI uri = URI.create("string:///sample/old/Old.java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return PLUGIN;
      }
    };
  }
}
