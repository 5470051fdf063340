package dev.glia.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleException;

class ReasonsTest {

  @Test
  void innermostMissingPackageIsNamed() {
    String message =
        "Unable to resolve a [1](R 1.0): missing requirement [a [1](R 1.0)] osgi.wiring.package;"
            + " (&(osgi.wiring.package=org.a)(version>=1.0.0)(!(version>=2.0.0))) [caused by:"
            + " Unable to resolve b [2](R 2.0): missing requirement [b [2](R 2.0)]"
            + " osgi.wiring.package; (&(osgi.wiring.package=org.b)(version>=3.1.0))] Unresolved"
            + " requirements: [x]";

    assertThat(Reasons.of(new BundleException(message, BundleException.RESOLVE_ERROR)))
        .isEqualTo("it needs the package org.b from 3.1.0, which no bundle exports");
  }

  @Test
  void otherResolverMessagesStayAsTheyAre() {
    String message = "Unable to resolve a: missing requirement osgi.ee; (osgi.ee=JavaSE)";

    assertThat(Reasons.of(new BundleException(message, BundleException.RESOLVE_ERROR)))
        .isEqualTo(message);
  }

  @Test
  void causeOfAFailedActivatorIsShown() {
    Throwable cause = new IllegalArgumentException("no such device");

    assertThat(Reasons.of(new BundleException("Activator start error in a [1].", cause)))
        .isEqualTo(
            "Activator start error in a [1]. (java.lang.IllegalArgumentException: no such device)");
  }
}
