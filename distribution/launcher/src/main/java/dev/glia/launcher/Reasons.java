package dev.glia.launcher;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.BundleException;

/** Turns an exception of the framework into a sentence for people. */
final class Reasons {

  /** The innermost unmet requirement in a resolver message, with its bounds. */
  private static final Pattern PACKAGE =
      Pattern.compile(
          "osgi\\.wiring\\.package=([\\w.]+)\\)((?:\\(?!?\\(?version[<>]?=[^)]+\\)+)*)");

  private static final Pattern LOWER = Pattern.compile("\\(version>=([^)]+)\\)");
  private static final Pattern UPPER = Pattern.compile("\\(!\\(version>=([^)]+)\\)\\)");

  private Reasons() {}

  static String of(Throwable failure) {
    String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    if (failure instanceof BundleException bundle
        && bundle.getType() == BundleException.RESOLVE_ERROR) {
      return missing(message);
    }
    // What an activator threw says more than the framework's "Activator start error".
    Throwable cause = failure.getCause();
    return cause == null ? message : message + " (" + cause + ")";
  }

  private static String missing(String message) {
    Matcher requirement = PACKAGE.matcher(message);
    String name = null;
    String bounds = "";
    while (requirement.find()) {
      name = requirement.group(1);
      bounds = requirement.group(2);
    }
    return name == null
        ? message
        : "it needs the package " + name + range(bounds) + ", which no bundle exports";
  }

  private static String range(String bounds) {
    Matcher upper = UPPER.matcher(bounds);
    String to = upper.find() ? upper.group(1) : null;
    Matcher lower = LOWER.matcher(bounds);
    if (!lower.find()) {
      return "";
    }
    return to == null ? " from " + lower.group(1) : " [" + lower.group(1) + "," + to + ")";
  }
}
