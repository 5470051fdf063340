package dev.glia.platform.report.drawing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The colors of drawings: Okabe and Ito's for categories, in the order of their contrast. Two of
 * the eight are shifted in lightness where the page would swallow them: yellow on light ones, blue
 * on dark ones.
 */
public final class Theme {
  public static final Ink.Role TEXT = new Ink.Role("text", 0x1b1f24, 0xe6e9ee);
  public static final Ink.Role MUTED = new Ink.Role("muted", 0x545d68, 0xa3adba);
  public static final Ink.Role AXIS = new Ink.Role("axis", 0x8b949e, 0x6b7683);
  public static final Ink.Role GRID = new Ink.Role("grid", 0xe3e7eb, 0x2a313a);
  public static final Ink.Role SURFACE = new Ink.Role("surface", 0xffffff, 0x14181d);
  public static final Ink.Role PANEL = new Ink.Role("panel", 0xf3f5f7, 0x20262e);

  private static final List<Ink.Role> SERIES =
      List.of(
          new Ink.Role("blue", 0x0072b2, 0x3f9fe0),
          new Ink.Role("vermillion", 0xd55e00, 0xe8762b),
          new Ink.Role("green", 0x009e73, 0x19b88c),
          new Ink.Role("purple", 0xcc79a7, 0xdb92bb),
          new Ink.Role("orange", 0xe69f00, 0xe69f00),
          new Ink.Role("sky", 0x56b4e9, 0x74c5f2),
          new Ink.Role("black", 0x1b1f24, 0xe6e9ee),
          new Ink.Role("yellow", 0xc9b400, 0xf0e442));

  private Theme() {}

  /** The color of the n-th category; they repeat after eight. */
  public static Ink.Role series(int n) {
    return SERIES.get(Math.floorMod(n, SERIES.size()));
  }

  /** How many categories differ by color. */
  public static int seriesCount() {
    return SERIES.size();
  }

  static List<Ink.Role> roles() {
    return Stream.concat(Stream.of(TEXT, MUTED, AXIS, GRID, SURFACE, PANEL), SERIES.stream())
        .toList();
  }

  /** Style rules that pages with drawings need once. Paper is light. */
  public static String css() {
    StringBuilder css = new StringBuilder(":root{" + properties(false) + "}\n");
    css.append("@media screen and (prefers-color-scheme:dark){:root{").append(properties(true));
    css.append("}}\n");
    for (Ink.Role role : roles()) {
      css.append(
          ".f-%1$s{fill:var(--fig-%1$s)}.k-%1$s{stroke:var(--fig-%1$s)}\n".formatted(role.name()));
    }
    return css.toString();
  }

  private static String properties(boolean dark) {
    return roles().stream()
        .map(
            role -> "--fig-" + role.name() + ":" + Rgb.hex(dark ? role.dark() : role.light()) + ";")
        .collect(Collectors.joining());
  }
}
