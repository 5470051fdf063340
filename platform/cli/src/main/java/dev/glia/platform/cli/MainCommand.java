package dev.glia.platform.cli;

import dev.glia.platform.catalog.Catalog;
import dev.glia.platform.runner.ExperimentRunner;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The service that the launcher hands the arguments to. */
@Component(service = ToIntFunction.class, property = "glia.command=main")
public final class MainCommand implements ToIntFunction<String[]> {
  private final Platform platform;

  /** Called by Declarative Services. */
  @Activate
  public MainCommand(
      BundleContext context, @Reference Catalog catalog, @Reference ExperimentRunner runner) {
    platform =
        new Platform(
            Terminal.ofProcess(),
            context,
            catalog,
            runner,
            folder(context, "glia.home").orElse(Path.of(".")),
            folder(context, "glia.user").orElse(Path.of(System.getProperty("user.home"), ".glia")));
  }

  private static Optional<Path> folder(BundleContext context, String property) {
    return Optional.ofNullable(context.getProperty(property)).map(Path::of);
  }

  @Override
  public int applyAsInt(String[] arguments) {
    return new Commands(platform).run(arguments);
  }
}
