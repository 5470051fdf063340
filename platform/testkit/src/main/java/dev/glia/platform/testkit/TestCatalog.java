package dev.glia.platform.testkit;

import dev.glia.api.component.Component;
import dev.glia.api.component.ComponentKind;
import dev.glia.api.component.Fault;
import dev.glia.api.modelfiles.ModelFile;
import dev.glia.api.modelfiles.yaml.Spelling;
import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.catalog.Lease;
import dev.glia.platform.catalog.Offer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * A catalog without a framework, over components of bundles that are on the class path. It counts
 * its open leases. Immutable but for that; safe for any thread.
 */
public final class TestCatalog implements Catalog {
  private final List<Component> components;
  private final AtomicInteger open = new AtomicInteger();

  private TestCatalog(List<Component> components) {
    this.components = List.copyOf(components);
  }

  public static TestCatalog of(Component... components) {
    return new TestCatalog(List.of(components));
  }

  /** With components more. */
  public TestCatalog with(Component... more) {
    List<Component> all = new ArrayList<>(components);
    all.addAll(List.of(more));
    return new TestCatalog(all);
  }

  /** With models of bundles on the class path, by id. */
  public TestCatalog withModels(String... ids) {
    List<Component> all = new ArrayList<>(components);
    for (String id : ids) {
      all.add(ModelFile.read(id + ".yaml", text(id)));
    }
    return new TestCatalog(all);
  }

  /** With components that are classes, by their names. */
  public TestCatalog withClasses(String... names) {
    List<Component> all = new ArrayList<>(components);
    for (String name : names) {
      try {
        all.add((Component) Class.forName(name).getConstructor().newInstance());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
    return new TestCatalog(all);
  }

  /** With another text in a model: a fault that a test must notice. */
  public TestCatalog withEdited(String model, String text, String replacement) {
    if (!text(model).contains(text)) {
      throw new IllegalArgumentException(model + " has no '" + text + "'");
    }
    List<Component> all = new ArrayList<>();
    for (Component each : components) {
      boolean meant = each instanceof ModelFile && each.descriptor().id().equals(model);
      all.add(
          meant ? ModelFile.read(model + ".yaml", text(model).replace(text, replacement)) : each);
    }
    return new TestCatalog(all);
  }

  /** The file of a model on the class path. */
  public static String text(String id) {
    String file = "OSGI-INF/glia/" + id + ".yaml";
    try (InputStream in = TestCatalog.class.getClassLoader().getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(file + " isn't on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int openLeases() {
    return open.get();
  }

  @Override
  public List<Offer> offers(ComponentKind kind) {
    return components.stream()
        .filter(each -> each.descriptor().kind() == kind)
        .map(TestCatalog::offer)
        .sorted(Comparator.comparing(offer -> offer.descriptor().id()))
        .toList();
  }

  private static Offer offer(Component component) {
    return new Offer(component.descriptor(), "test", "1.0.0", 0);
  }

  @Override
  public <T extends Component> Lease<T> lease(Class<T> type, String id, String versionRange) {
    T best =
        components.stream()
            .filter(each -> type.isInstance(each) && each.descriptor().id().equals(id))
            .filter(each -> versionRange.isEmpty() || isIn(versionRange, each))
            .map(type::cast)
            .max(Comparator.comparing(each -> new Version(each.descriptor().version())))
            .orElseThrow(() -> missing(type, id));
    open.incrementAndGet();
    return new Lending<>(best);
  }

  private static boolean isIn(String range, Component component) {
    return new VersionRange(range).includes(new Version(component.descriptor().version()));
  }

  private Fault missing(Class<?> type, String id) {
    List<String> ids =
        components.stream().filter(type::isInstance).map(each -> each.descriptor().id()).toList();
    return new Fault(
        Fault.Kind.MISSING, "no component '" + id + "' is installed; " + Spelling.advice(id, ids));
  }

  private final class Lending<T extends Component> implements Lease<T> {
    private final T component;
    private boolean closed;

    Lending(T component) {
      this.component = component;
    }

    @Override
    public T component() {
      if (closed) {
        throw new IllegalStateException("the lease is closed");
      }
      return component;
    }

    @Override
    public Offer offer() {
      return TestCatalog.offer(component);
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        open.decrementAndGet();
      }
    }
  }
}
