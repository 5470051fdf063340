/** What stands in for bundles of the container; a package that a test bundle holds as a whole. */
package dev.glia.platform.testkit.standin;
