package dev.glia.platform.store.sqlite;

import dev.glia.api.component.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One connection to a database file. Safe for any thread: transactions go one after the other, here
 * by a lock, between processes by SQLite's.
 */
final class Database implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Path file;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();

  /** Opens a file, or makes it. */
  Database(Path file) {
    this.file = file;
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(PATIENCE_MILLIS);
    config.enforceForeignKeys(true);
    // One file that may be copied and also lies well on network disks; a rollback journal is left
    // by a crash only, and the next who opens the database plays it back.
    config.setJournalMode(SQLiteConfig.JournalMode.DELETE);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      connection = source.getConnection();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Reads a row; its columns are counted from 1. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A number; NULL is NaN. */
  static double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }

  /** Makes changes that all happen, or none of them. */
  void transaction(Runnable changes) {
    lock.lock();
    try {
      connection.setAutoCommit(false);
      try {
        changes.run();
        connection.commit();
      } catch (RuntimeException | Error e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      lock.unlock();
    }
  }

  /** Changes rows; arguments take the places of question marks. */
  int change(String sql, Object... arguments) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      lock.unlock();
    }
  }

  /** Adds a row and returns its number. */
  long insert(String sql, Object... arguments) {
    lock.lock();
    try {
      change(sql, arguments);
      return first("SELECT last_insert_rowid()", row -> row.getLong(1)).orElseThrow();
    } finally {
      lock.unlock();
    }
  }

  <T> List<T> all(String sql, Row<T> reader, Object... arguments) {
    lock.lock();
    try (PreparedStatement statement = prepare(sql, arguments);
        ResultSet rows = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (rows.next()) {
        all.add(reader.read(rows));
      }
      return all;
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      lock.unlock();
    }
  }

  <T> Optional<T> first(String sql, Row<T> reader, Object... arguments) {
    return all(sql, reader, arguments).stream().findFirst();
  }

  private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private Fault failed(SQLException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("SQLITE_NOTADB")) {
      return new Fault(
          Fault.Kind.INPUT, file + ": not a run store. Try another folder, or move it away.", e);
    }
    return new Fault(Fault.Kind.EXTERNAL, file + ": " + message, e);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(e);
    } finally {
      lock.unlock();
    }
  }
}
