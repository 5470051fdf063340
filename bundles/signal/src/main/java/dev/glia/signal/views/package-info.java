/** What is drawn of recordings. */
package dev.glia.signal.views;
