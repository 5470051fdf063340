/** The store's database. */
package dev.glia.platform.store.sqlite;
