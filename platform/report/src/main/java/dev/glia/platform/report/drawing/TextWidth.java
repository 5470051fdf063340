package dev.glia.platform.report.drawing;

/**
 * Estimates how wide a text is set in the reader's sans-serif font, which isn't known here. Errs on
 * the wide side for the usual ones.
 */
public final class TextWidth {
  private TextWidth() {}

  /** Width at a font size. */
  public static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::share).sum() * size;
  }

  /** The start of a text, with an ellipsis where it's longer than fits. */
  public static String fit(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && of(text.substring(0, end) + "…", size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  private static double share(int c) {
    if ("iljI.,:;'|!()[]/ \u2009".indexOf(c) >= 0) {
      return 0.32;
    }
    if ("mwMW@%—…".indexOf(c) >= 0) {
      return 0.92;
    }
    if (c >= 'A' && c <= 'Z') {
      return 0.69;
    }
    if (c >= '⁰' && c <= '₎') {
      return 0.48;
    }
    return c > 0x2e80 ? 1.05 : 0.61;
  }
}
