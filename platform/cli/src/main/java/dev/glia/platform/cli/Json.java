package dev.glia.platform.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** JSON for programs: what {@code --json} prints. */
final class Json {
  private static final Gson GSON =
      new GsonBuilder()
          .setPrettyPrinting()
          .disableHtmlEscaping()
          .serializeSpecialFloatingPointValues()
          .create();

  private Json() {}

  static void print(Terminal terminal, Object value) {
    terminal.out().println(GSON.toJson(value));
  }
}
