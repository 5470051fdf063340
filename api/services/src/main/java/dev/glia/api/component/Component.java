package dev.glia.api.component;

import org.osgi.annotation.versioning.ConsumerType;

/** Anything that a bundle offers by name and version. */
@ConsumerType
public interface Component {
  /** Service property: the component's id. */
  String ID = "glia.id";

  /** Service property: the component's version. */
  String VERSION = "glia.version";

  /** Describes itself; cheap, the same at every call, callable from any thread. */
  Descriptor descriptor();
}
