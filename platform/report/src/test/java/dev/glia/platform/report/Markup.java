package dev.glia.platform.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads markup with a parser that forgives nothing. */
final class Markup {
  private Markup() {}

  static Document parse(String text) {
    try {
      DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(
          new DefaultHandler() {
            @Override
            public void fatalError(SAXParseException e) throws SAXException {
              throw e;
            }
          });
      return builder.parse(new InputSource(new StringReader(text)));
    } catch (Exception e) {
      throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + excerpt(text, e), e);
    }
  }

  private static String excerpt(String text, Exception e) {
    if (!(e instanceof SAXParseException place)) {
      return "";
    }
    String line = text.lines().skip(Math.max(0, place.getLineNumber() - 1)).findFirst().orElse("");
    int at = Math.clamp(place.getColumnNumber(), 0, line.length());
    return line.substring(Math.max(0, at - 120), Math.min(line.length(), at + 60));
  }

  static List<Element> all(Document document, String tag) {
    NodeList nodes = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  static List<Attr> attributes(Document document) {
    List<Attr> attributes = new ArrayList<>();
    for (Element element : all(document, "*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        attributes.add((Attr) element.getAttributes().item(i));
      }
    }
    return attributes;
  }
}
