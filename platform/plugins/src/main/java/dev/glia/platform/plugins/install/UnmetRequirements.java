package dev.glia.platform.plugins.install;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Namespace;

/** Says what a bundle wants and this container hasn't got. */
final class UnmetRequirements {
  private static final Pattern AT_LEAST = Pattern.compile("(?<!!)\\(version>=([^)]+)\\)");
  private static final Pattern BELOW = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");
  private static final Pattern PACKAGE = Pattern.compile("\\(osgi\\.wiring\\.package=([^)]+)\\)");
  private static final Pattern EXACTLY = Pattern.compile("\\(version=([^)]+)\\)");

  private final BundleContext context;

  UnmetRequirements(BundleContext context) {
    this.context = context;
  }

  /** A phrase for each; empty if every requirement on its own could be met. */
  List<String> of(Bundle bundle) {
    FrameworkWiring wiring =
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    List<String> phrases = new ArrayList<>();
    BundleRevision revision = bundle.adapt(BundleRevision.class);
    for (BundleRequirement requirement : revision.getDeclaredRequirements(null)) {
      if (isNeeded(requirement) && wiring.findProviders(requirement).isEmpty()) {
        phrases.add(phrase(requirement));
      }
    }
    return phrases;
  }

  private static boolean isNeeded(BundleRequirement requirement) {
    String resolution = requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE);
    String effective = requirement.getDirectives().get(Namespace.REQUIREMENT_EFFECTIVE_DIRECTIVE);
    return !Namespace.RESOLUTION_OPTIONAL.equals(resolution)
        && !PackageNamespace.RESOLUTION_DYNAMIC.equals(resolution)
        && (effective == null || effective.equals(Namespace.EFFECTIVE_RESOLVE));
  }

  private String phrase(BundleRequirement requirement) {
    String filter = requirement.getDirectives().get(Namespace.REQUIREMENT_FILTER_DIRECTIVE);
    String text = filter == null ? "" : filter;
    Matcher named = PACKAGE.matcher(text);
    if (requirement.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE) && named.find()) {
      return packagePhrase(named.group(1), text);
    }
    if (requirement
        .getNamespace()
        .equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE)) {
      Matcher version = EXACTLY.matcher(text);
      String wanted = version.find() ? version.group(1) : text;
      return "it needs Java " + wanted + ", here is " + Runtime.version().feature();
    }
    return "it needs " + requirement.getNamespace() + " " + text + ", which nothing here provides";
  }

  private String packagePhrase(String name, String filter) {
    TreeSet<Version> here = versionsHere(name);
    String wanted = "it needs package " + name + " " + range(filter);
    if (here.isEmpty()) {
      return wanted + ", which no bundle here exports";
    }
    String list = String.join(", ", here.stream().map(Version::toString).toList());
    return wanted + ", here is " + list + advice(name, filter, here.last());
  }

  private static String advice(String name, String filter, Version here) {
    if (!name.startsWith("dev.glia.")) {
      return "";
    }
    Matcher low = AT_LEAST.matcher(filter);
    boolean wantsNewer = low.find() && Version.parseVersion(low.group(1)).compareTo(here) > 0;
    return wantsNewer ? ": use a newer Glia" : ": rebuild it for this Glia";
  }

  /** As OSGi writes it, for people who look it up in a manifest. */
  private static String range(String filter) {
    Matcher low = AT_LEAST.matcher(filter.replaceAll("\\(!\\(version>=[^)]+\\)\\)", ""));
    Matcher high = BELOW.matcher(filter);
    String from = low.find() ? low.group(1) : "0";
    return high.find() ? "[" + from + "," + high.group(1) + ")" : "in " + from + " or newer";
  }

  private TreeSet<Version> versionsHere(String packageName) {
    TreeSet<Version> versions = new TreeSet<>();
    for (Bundle bundle : context.getBundles()) {
      BundleRevision revision = bundle.adapt(BundleRevision.class);
      if (revision == null) {
        continue;
      }
      Collection<BundleCapability> exports =
          revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE);
      for (BundleCapability export : exports) {
        Object exported = export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE);
        if (packageName.equals(exported)) {
          versions.add(
              (Version) export.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE));
        }
      }
    }
    return versions;
  }
}
