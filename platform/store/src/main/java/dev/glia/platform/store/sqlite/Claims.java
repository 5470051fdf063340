package dev.glia.platform.store.sqlite;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Who runs which cell, in the database. One for each open store; safe for any thread. */
final class Claims {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final AtomicLong STORES = new AtomicLong();

  private record Claim(String owner, long renewed) {
    /** Processes of this machine are looked at; others have to tell. */
    boolean holds() {
      return Owner.isAlive(owner)
          && (Owner.isHere(owner) || System.currentTimeMillis() - renewed < PATIENCE.toMillis());
    }
  }

  private final Database database;
  private final String self = Owner.SELF + " " + STORES.incrementAndGet();

  Claims(Database database) {
    this.database = database;
  }

  boolean take(String key) {
    if (isHeld(key)) {
      return false; // seen without a lock on the database
    }
    boolean[] taken = new boolean[1];
    database.transaction(
        () -> {
          if (!isHeld(key)) {
            database.change(
                "INSERT OR REPLACE INTO work VALUES (?, ?, ?)",
                key,
                self,
                System.currentTimeMillis());
            taken[0] = true;
          }
        });
    return taken[0];
  }

  private boolean isHeld(String key) {
    return database
        .first(
            "SELECT owner, renewed FROM work WHERE key = ?",
            row -> new Claim(row.getString(1), row.getLong(2)),
            key)
        .filter(Claim::holds)
        .isPresent();
  }

  void renew() {
    database.change(
        "UPDATE work SET renewed = ? WHERE owner = ?", System.currentTimeMillis(), self);
  }

  void release(String key) {
    database.change("DELETE FROM work WHERE key = ? AND owner = ?", key, self);
  }

  void releaseAll() {
    if (database.first("SELECT 1 FROM work WHERE owner = ?", row -> true, self).isPresent()) {
      database.change("DELETE FROM work WHERE owner = ?", self);
    }
  }
}
