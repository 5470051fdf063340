package dev.glia.datasets.images;

import dev.glia.api.component.Fault;
import dev.glia.api.data.DataProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * One HTTP request that fills a file, from where an earlier one stopped if the server can do that.
 */
final class Transfer {
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(20);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final long MOST_BYTES = 1L << 28; // no file of ours is near it
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_REFUSED = 416;

  private final DataProgress progress;
  private final Duration silence;

  Transfer(DataProgress progress) {
    this(progress, Duration.ofSeconds(30));
  }

  /**
   * @param silence after which a server that sends nothing is given up
   */
  Transfer(DataProgress progress, Duration silence) {
    this.progress = progress;
    this.silence = silence;
  }

  /**
   * Fills the file.
   *
   * @return null if the server sent all that it announced, else what went wrong, for people
   */
  String run(URI address, Path file, String name) throws IOException {
    try (HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      long from = Files.exists(file) ? Files.size(file) : 0;
      HttpResponse<InputStream> response;
      try {
        response = client.send(request(address, from), HttpResponse.BodyHandlers.ofInputStream());
      } catch (IOException failed) {
        return reason(failed);
      }
      try (InputStream body = response.body()) {
        return answered(response, body, file, from, name);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new Fault(
          Fault.Kind.EXTERNAL, "fetching " + name + " was interrupted; the next run goes on", stop);
    }
  }

  /** What is thrown where a thread was asked to stop; it stays interrupted. */
  static Fault interrupted(String name, Exception stop) {
    Thread.currentThread().interrupt();
    return new Fault(
        Fault.Kind.EXTERNAL, "fetching " + name + " was interrupted; the next run goes on", stop);
  }

  private static HttpRequest request(URI address, long from) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER_WITHIN).GET();
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    return request.build();
  }

  private String answered(
      HttpResponse<?> response, InputStream body, Path file, long from, String name)
      throws IOException {
    switch (response.statusCode()) {
      case OK -> {
        return fill(body, file, 0, length(response), name); // all of it, asked for or not
      }
      case PARTIAL -> {
        String range = response.headers().firstValue("Content-Range").orElse("");
        if (!range.startsWith("bytes " + from + "-")) {
          Files.delete(file);
          return "asked for bytes from " + from + ", it offers '" + range + "'";
        }
        return fill(body, file, from, length(response), name);
      }
      case RANGE_REFUSED -> {
        // Either all of it is there already, which its hash decides, or it's another file.
        String size = response.headers().firstValue("Content-Range").orElse("");
        if (size.equals("bytes */" + from)) {
          return null;
        }
        Files.delete(file);
        return "it has no bytes from " + from + " on";
      }
      default -> {
        return "HTTP status " + response.statusCode();
      }
    }
  }

  private static long length(HttpResponse<?> response) {
    return response.headers().firstValueAsLong("Content-Length").orElse(-1);
  }

  private String fill(InputStream body, Path file, long from, long length, String name)
      throws IOException {
    long total = length < 0 ? -1 : from + length;
    if (total > MOST_BYTES) {
      return "it announces " + total + " bytes, which can't be the file";
    }
    long done = from;
    try (OutputStream out = open(file, from);
        Patience patience = new Patience(body, silence)) {
      byte[] buffer = new byte[1 << 16];
      while (true) {
        int count;
        try {
          count = body.read(buffer);
        } catch (IOException cut) {
          return patience.isOver() ? "it fell silent after " + done + " bytes" : reason(cut);
        }
        if (count < 0) {
          return total < 0 || done == total ? null : "it stopped after " + done + " bytes";
        }
        patience.renew();
        out.write(buffer, 0, count);
        done += count;
        if (done > MOST_BYTES) {
          return "it sends without end";
        }
        progress.bytes("fetching " + name, done, total);
      }
    }
  }

  private static OutputStream open(Path file, long from) throws IOException {
    return from > 0
        ? Files.newOutputStream(file, StandardOpenOption.APPEND)
        : Files.newOutputStream(file);
  }

  private static String reason(IOException failed) {
    return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
  }

  /** Closes a stream that nothing has come from for too long: reading has no time limit itself. */
  private static final class Patience implements AutoCloseable {
    private final ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("glia-download-patience").unstarted(task));
    private volatile long last = System.nanoTime();
    private volatile boolean over;

    Patience(InputStream stream, Duration silence) {
      long period = Math.max(1, silence.toMillis() / 4);
      clock.scheduleAtFixedRate(
          () -> {
            if (System.nanoTime() - last > silence.toNanos()) {
              over = true;
              try {
                stream.close();
              } catch (IOException alsoEndsIt) {
                // the reader sees the end either way
              }
            }
          },
          period,
          period,
          TimeUnit.MILLISECONDS);
    }

    void renew() {
      last = System.nanoTime();
    }

    boolean isOver() {
      return over;
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }
}
