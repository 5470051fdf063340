package dev.glia.platform.report.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets MathML through that holds nothing but mathematics. */
final class MathMl {
  private static final Set<String> ELEMENTS =
      Set.of(
          "math",
          "mrow",
          "mi",
          "mn",
          "mo",
          "mtext",
          "mspace",
          "mfrac",
          "msqrt",
          "mroot",
          "msub",
          "msup",
          "msubsup",
          "munder",
          "mover",
          "munderover",
          "mtable",
          "mtr",
          "mtd",
          "mpadded",
          "mstyle",
          "mphantom");
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "xmlns",
          "display",
          "mathvariant",
          "width",
          "height",
          "stretchy",
          "fence",
          "separator",
          "lspace",
          "rspace",
          "columnalign",
          "columnspacing",
          "rowspacing",
          "displaystyle",
          "scriptlevel",
          "form",
          "accent",
          "columnspan",
          "rowspan",
          "class");
  private static final Pattern TOKEN =
      Pattern.compile(
          "<(?<close>/)?(?<name>[a-z]+)(?<attributes>(?:\\s+[a-z]+=\"[^\"<&]*\")*)\\s*(?<empty>/)?>"
              + "|(?<text>(?:[^<&>]|&(?:lt|gt|amp|quot|apos|#\\d{1,6}|#x[0-9a-fA-F]{1,6});)+)");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-z]+)=");

  private MathMl() {}

  /** The same markup if it's one well-formed {@code math} element of known parts. */
  static Optional<String> checked(String markup) {
    String text = markup.strip();
    Matcher matcher = TOKEN.matcher(text);
    Deque<String> open = new ArrayDeque<>();
    int end = 0;
    while (end < text.length()) {
      boolean outside = open.isEmpty() && end > 0;
      matcher.region(end, text.length());
      if (outside || !matcher.lookingAt() || !accepts(matcher, open)) {
        return Optional.empty();
      }
      end = matcher.end();
    }
    return open.isEmpty() && text.startsWith("<math") ? Optional.of(text) : Optional.empty();
  }

  private static boolean accepts(Matcher token, Deque<String> open) {
    String name = token.group("name");
    if (name == null) {
      return !open.isEmpty();
    }
    if (token.group("close") != null) {
      return token.group("attributes").isEmpty() && name.equals(open.poll());
    }
    if (!ELEMENTS.contains(name) || name.equals("math") != open.isEmpty()) {
      return false;
    }
    if (token.group("empty") == null) {
      open.push(name);
    }
    return ATTRIBUTE
        .matcher(token.group("attributes"))
        .results()
        .allMatch(a -> ATTRIBUTES.contains(a.group(1)));
  }
}
