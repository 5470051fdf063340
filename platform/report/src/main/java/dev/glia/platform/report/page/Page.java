package dev.glia.platform.report.page;

import dev.glia.platform.report.drawing.Theme;
import dev.glia.platform.report.drawing.Xml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * A page that needs nothing but itself: style, script and pictures are inside, and its policy
 * forbids everything else.
 */
public final class Page {
  private static final String STYLE = Theme.css() + resource("report.css");
  private static final String SCRIPT = resource("report.js");

  private final String title;
  private final Html header = new Html();
  private final Html main = new Html();
  private final List<String[]> contents = new ArrayList<>();

  public Page(String title) {
    this.title = title;
  }

  /** Where to write what stands above the table of contents. */
  public Html header() {
    return header;
  }

  /**
   * Adds a section with a heading, and its entry in the table of contents.
   *
   * @param id unique in the page
   */
  public Page section(String id, String heading, Consumer<Html> content) {
    contents.add(new String[] {id, heading});
    main.open("section", "id", id, "aria-labelledby", id + "-heading");
    main.leaf("h2", heading, "id", id + "-heading");
    content.accept(main);
    main.closeLine();
    return this;
  }

  /** Adds content without a heading. */
  public Page content(Consumer<Html> content) {
    content.accept(main);
    return this;
  }

  /**
   * The whole page.
   *
   * @param footer one line at the end
   */
  public String html(String footer) {
    Html page = new Html();
    page.trusted("<!DOCTYPE html>\n");
    page.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").open("head");
    page.empty("meta", "charset", "utf-8");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.empty("meta", "name", "referrer", "content", "no-referrer");
    page.empty("link", "rel", "icon", "href", "data:,");
    page.leaf("title", title);
    page.open("style").trusted(STYLE).close();
    page.closeLine().open("body");
    page.leaf("a", "Skip to content", "class", "skip", "href", "#content");
    page.open("header", "class", "top").trusted(header.toString()).closeLine();
    navigation(page);
    page.open("main", "id", "content", "tabindex", "-1").trusted(main.toString()).closeLine();
    page.open("footer").leaf("p", footer).closeLine();
    page.open("script").trusted(SCRIPT).close();
    page.close().close();
    return page.toString() + "\n";
  }

  private void navigation(Html page) {
    if (contents.size() < 2) {
      return;
    }
    page.open("nav", "aria-label", "Contents").open("ul");
    for (String[] entry : contents) {
      page.open("li").leaf("a", entry[1], "href", "#" + entry[0]).close();
    }
    page.close().closeLine();
  }

  private static String policy() {
    return "default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; "
            .formatted(hash(STYLE), hash(SCRIPT))
        + "base-uri 'none'; form-action 'none'";
  }

  private static String hash(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  private static String resource(String name) {
    try (InputStream in = Page.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!Xml.text(text)
          .replace("&gt;", ">")
          .replace("&#39;", "'")
          .replace("&quot;", "\"")
          .equals(text)) {
        throw new IllegalStateException(name + " holds < or &: not well-formed in a page");
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
