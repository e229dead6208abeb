package glassbox.lab.ask;

/** Colours of specialists, by their place in the federation. */
enum Palette {
  /** Terminal colours that differ in brightness too, so that they stay apart without hue. */
  ANSI,
  /** No colours: tokens carry the specialist's number. */
  PLAIN;

  private static final int[] COLOURS = {39, 214, 120, 207, 227, 45, 203, 147};
  private static final String RESET = "\u001b[0m";

  /** {@code text} in the colour of specialist {@code index}. */
  String paint(int index, String text) {
    return this == PLAIN
        ? text
        : "\u001b[38;5;" + COLOURS[index % COLOURS.length] + "m" + text + RESET;
  }

  /** {@code text} set back. */
  String dim(String text) {
    return this == PLAIN ? text : "\u001b[2m" + text + RESET;
  }

  /** {@code text} set forth. */
  String bold(String text) {
    return this == PLAIN ? text : "\u001b[1m" + text + RESET;
  }
}
