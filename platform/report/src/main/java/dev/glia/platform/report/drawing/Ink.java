package dev.glia.platform.report.drawing;

/** A color. */
public sealed interface Ink {
  /** As {@code 0xRRGGBB} on a light page. */
  int light();

  /** As {@code 0xRRGGBB} on a dark page. */
  int dark();

  /**
   * A color that follows the theme.
   *
   * @param name of its custom property, {@code text} for {@code --fig-text}
   */
  record Role(String name, int light, int dark) implements Ink {}

  /** The same color everywhere: a value on a color scale. */
  record Fixed(int rgb) implements Ink {
    @Override
    public int light() {
      return rgb;
    }

    @Override
    public int dark() {
      return rgb;
    }
  }
}
