package dev.glia.platform.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MathMlTest {
  @Test
  void formulasPass() {
    String formula =
        "<math display=\"block\"><mtable columnalign=\"right left left\">\n"
            + "<mtr><mtd><mi>v</mi><mo>&gt;</mo><mspace width=\"0.17em\"/><mn>1</mn></mtd></mtr>"
            + "</mtable></math>\n";
    assertThat(MathMl.checked(formula)).contains(formula.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<math>",
        "<math></mi></math>",
        "<math><mi>x</mi>",
        "<math></math><math></math>",
        "<math></math>x",
        "<mi>x</mi>",
        "<math><math></math></math>",
        "<math><script>x</script></math>",
        "<math><mi onclick=\"x\">x</mi></math>",
        "<math><mi href=\"javascript:x\">x</mi></math>",
        "<math><mi style=\"x\">x</mi></math>",
        "<math><annotation-xml>x</annotation-xml></math>",
        "<math><mtext>&nbsp;</mtext></math>",
        "<math><mtext><img src=\"x\"/></mtext></math>",
        "<math><!-- x --></math>",
        "<math><mi a='b'>x</mi></math>"
      })
  void anythingElseDoesnt(String markup) {
    assertThat(MathMl.checked(markup)).isEmpty();
  }
}
