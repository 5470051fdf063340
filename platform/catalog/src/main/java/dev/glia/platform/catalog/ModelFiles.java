package dev.glia.platform.catalog;

/**
 * Where bundles keep model files. The catalog's bundle is the extender that registers them: it
 * provides the capability {@code osgi.extender} of the name {@link #EXTENDER}, which a bundle that
 * brings model files should require.
 */
public final class ModelFiles {
  /** Directory in a bundle. */
  public static final String DIRECTORY = "OSGI-INF/glia";

  /** How their names end. */
  public static final String SUFFIX = ".yaml";

  /** Largest file that is read. */
  public static final int MOST_BYTES = 1 << 20;

  /** Name of the extender. */
  public static final String EXTENDER = "glia.models";

  /** Version of what it makes of the files. */
  public static final String EXTENDER_VERSION = "1.0.0";

  private ModelFiles() {}
}
