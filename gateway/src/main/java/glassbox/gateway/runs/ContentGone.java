package glassbox.gateway.runs;

import glassbox.contracts.run.ContentState;

/** The run cannot be run again: its token ids are erased or were never kept. */
public final class ContentGone extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ContentState state;

  ContentGone(ContentState state) {
    super("the run's content is " + state);
    this.state = state;
  }

  /** Returns what became of the content. */
  public ContentState state() {
    return state;
  }
}
