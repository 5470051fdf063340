package dev.glia.platform.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColorsTest {
  @Test
  void numbersOnColorsAreReadable() {
    for (ColorScale scale :
        new ColorScale[] {ColorScale.over(0, 1, false), ColorScale.over(-1, 1, false)}) {
      for (int i = 0; i <= 1_000; i++) {
        int color = scale.color(scale.low() + (scale.high() - scale.low()) * i / 1_000);
        assertThat(Rgb.contrast(color, Rgb.readableOn(color).light())).isGreaterThan(4.5);
      }
    }
  }

  @Test
  void viridisGetsLighterAllTheWay() {
    ColorScale scale = ColorScale.over(0, 1, false);
    double before = 0;
    for (int i = 0; i <= 50; i++) {
      double contrast = Rgb.contrast(scale.color(i / 50.0), 0x000000);
      assertThat(contrast).isGreaterThan(before);
      before = contrast;
    }
  }

  @Test
  void textsAreReadableOnBothPages() {
    for (Ink text : new Ink[] {Theme.TEXT, Theme.MUTED}) {
      for (Ink below : new Ink[] {Theme.SURFACE, Theme.PANEL}) {
        assertThat(Rgb.contrast(text.light(), below.light())).isGreaterThan(4.5);
        assertThat(Rgb.contrast(text.dark(), below.dark())).isGreaterThan(4.5);
      }
    }
  }

  @Test
  void signsHaveAWhiteMiddle() {
    ColorScale scale = ColorScale.over(-1, 3, false);
    assertThat(scale.low()).isEqualTo(-3);
    assertThat(scale.color(0)).isEqualTo(0xf7f7f7);
  }
}
