package dev.glia.api.modelfiles.yaml;

/** Foreign text in a message: one line, of bounded length, without control characters. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String of(String text) {
    return "'" + shorten(text) + "'";
  }

  static String shorten(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    String line = start.replaceAll("\\R", "\u21B5").replaceAll("\\p{Cntrl}", "\uFFFD");
    return text.length() > LONGEST ? line + "\u2026" : line;
  }
}
