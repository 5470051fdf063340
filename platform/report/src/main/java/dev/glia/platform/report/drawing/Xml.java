package dev.glia.platform.report.drawing;

/** Text that can't be mistaken for markup. */
public final class Xml {
  private Xml() {}

  /**
   * For text between tags and in quoted attributes. Characters that XML can't hold become the
   * replacement character.
   */
  public static String text(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xfffd);
              }
            });
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    if (c < 0x20) {
      return c == '\t' || c == '\n' || c == '\r';
    }
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    // C1 controls and overrides of direction would let a title rearrange its neighbors.
    boolean control = c >= 0x7f && c <= 0x9f;
    boolean bidi = c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069;
    return !surrogate && !control && !bidi && (c & 0xfffe) != 0xfffe;
  }
}
