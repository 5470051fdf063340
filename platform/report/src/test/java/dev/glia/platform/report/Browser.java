package dev.glia.platform.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A Chromium without a window, told what to do through its debugging socket. */
final class Browser implements AutoCloseable {
  private static final int SECONDS = 120;

  private final Process process;
  private final WebSocket socket;
  private final String session;
  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonObject>> replies = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<JsonObject>> awaited = new ConcurrentHashMap<>();
  private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

  /** Where a browser is installed. */
  static Optional<Path> installed() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  Browser(Path program, Path profile) throws Exception {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .start();
    socket = connect(address(process));
    JsonObject target = new JsonObject();
    target.addProperty("url", "about:blank");
    String id = send("", "Target.createTarget", target).get("targetId").getAsString();
    JsonObject attach = new JsonObject();
    attach.addProperty("targetId", id);
    attach.addProperty("flatten", true);
    session = send("", "Target.attachToTarget", attach).get("sessionId").getAsString();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      call(domain + ".enable", "{}");
    }
  }

  private static URI address(Process process) throws IOException {
    // Not closed: the browser goes on writing there, and its end would break it.
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      int at = line.indexOf("ws://");
      if (at >= 0) {
        Thread.ofVirtual().start(() -> reader.lines().forEach(_ -> {}));
        return URI.create(line.substring(at).strip());
      }
    }
    throw new IOException("the browser ended:\n" + said);
  }

  private WebSocket connect(URI address) throws Exception {
    return HttpClient.newHttpClient()
        .newWebSocketBuilder()
        .buildAsync(
            address,
            new WebSocket.Listener() {
              private final StringBuilder text = new StringBuilder();

              @Override
              public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
                text.append(part);
                if (last) {
                  received(JsonParser.parseString(text.toString()).getAsJsonObject());
                  text.setLength(0);
                }
                from.request(1);
                return null;
              }
            })
        .get(SECONDS, TimeUnit.SECONDS);
  }

  private void received(JsonObject message) {
    if (message.has("id")) {
      replies.remove(message.get("id").getAsInt()).complete(message);
      return;
    }
    String method = message.get("method").getAsString();
    JsonObject params = message.getAsJsonObject("params");
    switch (method) {
      case "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded" ->
          complaints.add(params.toString());
      case "Network.requestWillBeSent" -> {
        String url = params.getAsJsonObject("request").get("url").getAsString();
        if (!url.startsWith("file:") && !url.startsWith("data:")) {
          complaints.add("asked for " + url);
        }
      }
      default -> {}
    }
    CompletableFuture<JsonObject> waiting = awaited.remove(method);
    if (waiting != null) {
      waiting.complete(params);
    }
  }

  private JsonObject send(String to, String method, JsonObject params) throws Exception {
    int id = ids.incrementAndGet();
    JsonObject message = new JsonObject();
    message.addProperty("id", id);
    message.addProperty("method", method);
    message.add("params", params);
    if (!to.isEmpty()) {
      message.addProperty("sessionId", to);
    }
    CompletableFuture<JsonObject> reply = new CompletableFuture<>();
    replies.put(id, reply);
    socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
    JsonObject answer = reply.get(SECONDS, TimeUnit.SECONDS);
    if (answer.has("error")) {
      throw new IOException(method + ": " + answer.get("error"));
    }
    return answer.getAsJsonObject("result");
  }

  private JsonObject call(String method, String params) throws Exception {
    return send(session, method, JsonParser.parseString(params).getAsJsonObject());
  }

  /** Sets how wide pages are, in CSS pixels, and what their readers prefer. */
  void look(int width, boolean dark, boolean paper) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":900,\"deviceScaleFactor\":1,\"mobile\":%b}"
            .formatted(width, width < 600));
    call(
        "Emulation.setEmulatedMedia",
        "{\"media\":\"%s\",\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}"
            .formatted(paper ? "print" : "screen", dark ? "dark" : "light"));
  }

  void open(Path page) throws Exception {
    complaints.clear();
    CompletableFuture<JsonObject> loaded = new CompletableFuture<>();
    awaited.put("Page.loadEventFired", loaded);
    call("Page.navigate", "{\"url\":\"%s\"}".formatted(page.toUri()));
    loaded.get(SECONDS, TimeUnit.SECONDS);
  }

  /** What the console, the log and the network had to say since the page was opened. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The value of a script's last expression. */
  JsonElement evaluate(String script) throws Exception {
    JsonObject params = new JsonObject();
    params.addProperty("expression", script);
    params.addProperty("returnByValue", true);
    JsonObject answer = send(session, "Runtime.evaluate", params);
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.get("exceptionDetails").toString());
    }
    return answer.getAsJsonObject("result").get("value");
  }

  List<String> texts(String script) throws Exception {
    JsonArray array = evaluate(script).getAsJsonArray();
    List<String> texts = new ArrayList<>();
    array.forEach(element -> texts.add(element.getAsString()));
    return texts;
  }

  /** A PNG of what's seen, or of the whole page. */
  byte[] screenshot(boolean whole) throws Exception {
    String data =
        call("Page.captureScreenshot", "{\"captureBeyondViewport\":%b}".formatted(whole))
            .get("data")
            .getAsString();
    return Base64.getDecoder().decode(data);
  }

  @Override
  public void close() throws Exception {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().waitFor(SECONDS, TimeUnit.SECONDS);
  }
}
