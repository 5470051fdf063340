/** What tests of several modules share. */
package dev.glia.platform.testkit;
