package dev.glia.platform.plugins.install;

import dev.glia.platform.catalog.BundleAdmission;
import dev.glia.platform.plugins.Plugin;
import dev.glia.platform.plugins.PluginChange;
import dev.glia.platform.plugins.PluginInstaller;
import dev.glia.platform.plugins.UserDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/** Changes the framework that it lives in, and the user's list. */
@Component(service = PluginInstaller.class)
public final class FrameworkInstaller implements PluginInstaller {
  private final DesiredState desired;
  private final Installation installation;
  private final Removal removal;
  private final OneAtATime turns = new OneAtATime();

  @Activate
  public FrameworkInstaller(
      BundleContext context,
      @Reference BundleAdmission admission,
      @Reference(cardinality = ReferenceCardinality.OPTIONAL) ServiceComponentRuntime runtime) {
    desired = new DesiredState(UserDirectory.of(context).resolve("plugins"));
    InstalledBundles bundles = new InstalledBundles(context, admission);
    ComponentProblems problems = new ComponentProblems(Optional.ofNullable(runtime));
    PluginTrial trial = new PluginTrial(context, admission, problems);
    installation = new Installation(desired, bundles, trial, admission);
    Optional<Path> home = Optional.ofNullable(context.getProperty("glia.home")).map(Path::of);
    removal = new Removal(desired, bundles, new ShippedBundles(home), context, admission);
  }

  @Override
  public PluginChange install(Path jar) {
    return turns.call(() -> installation.run(jar));
  }

  @Override
  public PluginChange remove(String symbolicName, String version) {
    return turns.call(() -> removal.run(symbolicName, version));
  }

  @Override
  public List<Plugin> plugins() {
    return desired.read();
  }
}
