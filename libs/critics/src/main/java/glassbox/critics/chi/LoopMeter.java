package glassbox.critics.chi;

/**
 * Loop rate L, token by token: flagged windows of all disjoint windows. A last window of at least a
 * quarter counts. Constant work a token, for a window has a constant size.
 */
final class LoopMeter {
  private final ChiSettings settings;
  private LoopWindow window = new LoopWindow();
  private int windows;
  private int flagged;

  LoopMeter(ChiSettings settings) {
    this.settings = settings;
  }

  void add(Signal signal) {
    if (window.size() == settings.loopWindow()) {
      windows++;
      flagged += window.loops(settings) ? 1 : 0;
      window = new LoopWindow(window);
    }
    window.add(signal);
  }

  Rate rate() {
    boolean counts = window.size() >= Math.max(1, settings.loopWindow() / 4);
    boolean last = counts && window.loops(settings);
    return Rate.of(flagged + (last ? 1 : 0), windows + (counts ? 1 : 0));
  }
}
