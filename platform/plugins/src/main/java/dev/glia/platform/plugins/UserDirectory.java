package dev.glia.platform.plugins;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/** The user's directory, where plugins and the sockets of running containers are. */
public final class UserDirectory {
  /** Framework or system property that names it. */
  public static final String PROPERTY = "glia.user";

  private UserDirectory() {}

  /** What the property says, {@code ~/.glia} by default; absolute, need not exist. */
  public static Path of(BundleContext context) {
    String set = context.getProperty(PROPERTY);
    Path path =
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".glia")
            : Path.of(set);
    return path.toAbsolutePath().normalize();
  }
}
