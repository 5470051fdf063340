package dev.glia.api.modelfiles.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glia.api.component.Fault;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static Node read(String text) {
    return Document.read("lab.yaml", text);
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(Fault.class)
        .hasMessage(message)
        .extracting(e -> ((Fault) e).kind())
        .isEqualTo(Fault.Kind.INPUT);
  }

  private static void refusesStarting(String text, String message) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(Fault.class).hasMessageStartingWith(message);
  }

  @Test
  void everyValueHasItsPlaceAndPath() {
    Mapping root = read("a: 1\nb:\n  - {c: 2 ms}\n  - x\n").asMapping();
    Scalar c = root.require("b").asSequence().items().get(0).asMapping().require("c").asScalar();
    assertThat(c.place()).hasToString("lab.yaml:3:9");
    assertThat(c.path()).isEqualTo("b[0].c");
    assertThat(c.text()).isEqualTo("2 ms");
    assertThat(root.entries().get(1).key().place()).hasToString("lab.yaml:2:1");
  }

  @Test
  void namesKeepTheirOrder() {
    assertThat(read("{z: 1, a: 2, m: 3}").asMapping().names()).containsExactly("z", "a", "m");
  }

  @Test
  void aCharacterOfALiteralBlockIsFoundInTheFile() {
    Scalar block =
        read("m:\n  equations: |\n    one\n\n      two\n")
            .asMapping()
            .require("m")
            .asMapping()
            .require("equations")
            .asScalar();
    assertThat(block.text()).isEqualTo("one\n\n  two\n");
    assertThat(block.placeOf(1, 2)).isEqualTo(new Place("lab.yaml", 3, 6));
    assertThat(block.placeOf(3, 3)).isEqualTo(new Place("lab.yaml", 5, 7));
  }

  @Test
  void aCharacterOfABlockWithIndicatorsAndWindowsLineEndsIsFound() {
    Scalar block =
        read("e: |2- # note\r\n    one\r\n  two\r\n").asMapping().require("e").asScalar();
    assertThat(block.text()).isEqualTo("  one\ntwo");
    assertThat(block.placeOf(1, 3)).isEqualTo(new Place("lab.yaml", 2, 5));
    assertThat(block.placeOf(2, 1)).isEqualTo(new Place("lab.yaml", 3, 3));
  }

  @Test
  void aCharacterOfOneLineIsFoundPlainAndQuoted() {
    Mapping root = read("a: v > x\nb: \"v > x\"\nc: v >\n  x\n").asMapping();
    assertThat(root.require("a").asScalar().placeOf(1, 5).column()).isEqualTo(8);
    assertThat(root.require("b").asScalar().placeOf(1, 5).column()).isEqualTo(9);
    assertThat(root.require("c").asScalar().placeOf(1, 5)).isEqualTo(new Place("lab.yaml", 3, 4));
  }

  @Test
  void aFaultAtACharacterShowsTheLineWithACaret() {
    Scalar block = read("e: |\n    dv/dt = q\n").asMapping().require("e").asScalar();
    assertThat(block.faultAt(1, 9, "unknown name 'q'"))
        .hasMessage("lab.yaml:2:13 e: unknown name 'q'\n  dv/dt = q\n          ^");
  }

  @Test
  void numbersAreRead() {
    Mapping root = read("{a: 1e-3, b: -7, c: 20 ms, d: inf, e: true}").asMapping();
    assertThat(root.require("a").asScalar().number()).isEqualTo(1e-3);
    assertThat(root.require("b").asScalar().integer()).isEqualTo(-7);
    assertThat(root.require("c").asScalar().quantity().value()).isEqualTo(0.02);
    assertThat(root.require("d").asScalar().number()).isInfinite();
    assertThat(root.require("e").asScalar().truth()).isTrue();
  }

  @Test
  void whatIsNoNumberIsRefusedAtItsPlace() {
    Mapping root = read("{a: .nan, b: NaN, c: 20 ms, d: 1.5, e: yes}").asMapping();
    for (String name : List.of("a", "b")) {
      assertThatThrownBy(() -> root.require(name).asScalar().number())
          .isInstanceOf(Fault.class)
          .hasMessageMatching("lab.yaml:1:\\d+ " + name + ": .*\\n?.*");
    }
    assertThatThrownBy(() -> root.require("c").asScalar().number())
        .hasMessage("lab.yaml:1:22 c: expected a plain number, found '20 ms' with a unit");
    assertThatThrownBy(() -> root.require("d").asScalar().integer())
        .hasMessage("lab.yaml:1:32 d: expected a whole number, found the text '1.5'");
    assertThatThrownBy(() -> root.require("e").asScalar().truth())
        .hasMessage("lab.yaml:1:40 e: expected true or false, found the text 'yes'");
  }

  @Test
  void theWrongFormIsRefusedByName() {
    Mapping root = read("a: [1]\nb: {x: 1}\nc:\n").asMapping();
    assertThatThrownBy(() -> root.require("a").asScalar())
        .hasMessage("lab.yaml:1:4 a: expected a single value, found a list");
    assertThatThrownBy(() -> root.require("b").asSequence())
        .hasMessage("lab.yaml:2:4 b: expected a list, as [a, b], found a map");
    assertThatThrownBy(() -> root.require("a").asMapping())
        .hasMessage("lab.yaml:1:4 a: expected a map, as {name: value}, found a list");
    assertThatThrownBy(() -> root.require("c")).hasMessage("lab.yaml:1:1 'c' is missing");
  }

  @Test
  void anUnknownKeyIsRefusedWithASuggestion() {
    Mapping root = read("tua_m: 1\n").asMapping();
    assertThatThrownBy(() -> root.refuseOthers(List.of("tau_m", "v_rest")))
        .hasMessage("lab.yaml:1:1 tua_m: unknown key; did you mean 'tau_m'?");
    assertThatThrownBy(() -> root.refuseOthers(List.of("size", "model")))
        .hasMessage("lab.yaml:1:1 tua_m: unknown key; known: size, model");
  }

  @Test
  void duplicateKeysAreRefused() {
    refuses(
        "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n", "lab.yaml:5:3 b.c: stands twice, first in line 3");
  }

  @Test
  void tabsAreNamed() {
    refuses("a:\n\tb: 1\n", "lab.yaml:2:1 a tab; indent with spaces\n   b: 1\n  ^");
  }

  @Test
  void brokenYamlIsOneMessage() {
    refusesStarting("a: {b: 1\nc: 2\n", "lab.yaml:2:");
    refusesStarting("a: b: c\n", "lab.yaml:1:5 a ':' where none may be");
    refusesStarting("a: \"open\n", "lab.yaml:2:1 not YAML: ");
    refusesStarting("%YAML 7.0\n---\na: 1\n", "lab.yaml");
    refusesStarting("a: \u0000\n", "lab.yaml:1:4 the character U+0000 can't stand in a text file");
    refusesStarting("x: 1\nab: \u0007\n", "lab.yaml:2:5 the character U+0007");
  }

  @Test
  void emptyAndSeveralDocumentsAreRefused() {
    refuses("", "lab.yaml:1:1 the file is empty");
    refuses("# nothing\n", "lab.yaml:1:1 the file is empty");
    refuses("a: 1\n---\nb: 2\n", "lab.yaml:2:1 a second document; keep one in a file");
  }

  @Test
  void tagsAndMapsAsNamesAreRefused() {
    refuses(
        "a: !!java.lang.Runtime x\n",
        "lab.yaml:1:4 the tag 'tag:yaml.org,2002:java.lang.Runtime' isn't read; remove it");
    refuses("{a: 1}: 2\n", "lab.yaml:1:1 a name must be plain text, not a list, map or alias");
  }

  @Test
  void aliasesRepeatWhatWasAnchored() {
    Mapping root = read("a: &x {t: 1}\nb: *x\n").asMapping();
    assertThat(root.require("b").asMapping().require("t").asScalar().number()).isEqualTo(1);
    refuses("a: *y\n", "lab.yaml:1:4 *y repeats nothing; there's no &y before");
    refuses("a: &x [*x]\n", "lab.yaml:1:8 *x is inside of what it repeats");
  }

  @Test
  void aBillionLaughsAreRefusedSoon() {
    StringBuilder text =
        new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 10; i++) {
      String one = "*a" + (i - 1);
      text.append("a" + i + ": &a" + i + " [" + (one + ", ").repeat(8) + one + "]\n");
    }
    refusesStarting(
        text.toString(),
        "lab.yaml:6:15 more than 200000 values, those repeated by aliases included");
  }

  @Test
  void deepNestingIsRefused() {
    refuses("[".repeat(100_000), "lab.yaml:1:52 nested deeper than 50 levels");
    refuses("- ".repeat(2000) + "a", "lab.yaml:1:103 nested deeper than 50 levels");
    assertThat(read("[".repeat(50) + "]".repeat(50)).form()).isEqualTo("a list");
  }

  @Test
  void hugeTextIsRefused() {
    String message = "lab.yaml:1:1 larger than 4 MiB; move long lists to a data file";
    refuses("a: " + "x".repeat(10 << 20), message);
    byte[] bytes = ("a: " + "x".repeat(10 << 20)).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Document.read("lab.yaml", new ByteArrayInputStream(bytes)))
        .hasMessage(message);
    refuses(
        "[" + "a,".repeat(300_000) + "]",
        "lab.yaml:1:400000 more than 200000 values, those repeated by aliases included");
  }

  @Test
  void aLineOfMegabytesIsReadIfItIsWithinTheLimit() {
    String long1 = "x".repeat(3 << 20);
    assertThat(read("a: " + long1).asMapping().require("a").asScalar().text()).isEqualTo(long1);
  }

  @Test
  void messagesStayShort() {
    Scalar scalar = read("a: " + "x".repeat(1 << 20)).asMapping().require("a").asScalar();
    assertThatThrownBy(scalar::number).message().hasSizeLessThan(300);
    assertThatThrownBy(scalar::integer).message().hasSizeLessThan(300);
    assertThat(scalar.faultAt(1, 500_000, "bad").getMessage()).hasSizeLessThan(400);
  }

  @Test
  void whatIsNotUtf8IsRefusedAtItsPlace() {
    byte[] bytes = "a: 1\nb: \u00E9\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> Document.read("lab.yaml", new ByteArrayInputStream(bytes)))
        .hasMessage("lab.yaml:2:4 not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void truncatedUtf8IsRefused() {
    byte[] bytes = {'a', ':', ' ', (byte) 0xC3};
    assertThatThrownBy(() -> Document.read("lab.yaml", new ByteArrayInputStream(bytes)))
        .hasMessage("lab.yaml:1:4 not UTF-8 text; save the file as UTF-8");
  }

  @Test
  void aByteOrderMarkIsSkipped() {
    assertThat(read("\uFEFFa: 1\n").asMapping().entries().get(0).key().place())
        .isEqualTo(new Place("lab.yaml", 1, 1));
  }
}
