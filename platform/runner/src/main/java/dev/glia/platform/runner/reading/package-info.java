/** From the text of an experiment file to its specification, with every problem placed. */
package dev.glia.platform.runner.reading;
