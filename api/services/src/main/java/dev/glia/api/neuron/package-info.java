/** Neuron models: equations of a single cell, which a driver turns into whatever it runs. */
@Export
@Version("1.0.0")
package dev.glia.api.neuron;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
