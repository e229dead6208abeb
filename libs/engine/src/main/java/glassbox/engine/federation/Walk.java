package glassbox.engine.federation;

import glassbox.engine.mixture.SpecialistLogProbs;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Walks an answer position by position. This is the one rule for the shape of forwards, which fixes
 * the bits of what they give: the prompt in its {@link Pieces}, then the lead of the tokens that
 * are forced from the answer's start in one piece, then one token at a time.
 */
final class Walk {
  private final LineupSession session;
  private final Prompt prompt;
  private final int[] piece;
  private final Deque<SpecialistLogProbs> ahead = new ArrayDeque<>();
  private int position;

  /**
   * A prompt on its way through the models.
   *
   * @param ids at least one
   * @param ends of its pieces
   * @param held tokens that the session holds already; the end of a piece, but not of the last
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package
  record Prompt(int[] ids, List<Integer> ends, int held) {}

  /**
   * A walk that has not begun.
   *
   * @param piece {@link Pieces#lead} of the tokens forced from the answer's start
   */
  Walk(LineupSession session, Prompt prompt, int[] piece) {
    this.session = session;
    this.prompt = prompt;
    this.piece = piece;
  }

  /** What the members say at the next position; {@code previous} is the token before it. */
  SpecialistLogProbs next(int previous) {
    if (position++ == 0) {
      return begin();
    }
    if (position == 2 && piece.length > 0) {
      ahead.addAll(session.appendAll(piece));
    }
    SpecialistLogProbs known = ahead.poll();
    return known != null ? known : session.append(new int[] {previous});
  }

  private SpecialistLogProbs begin() {
    int from = prompt.held();
    for (int end : prompt.ends().subList(0, prompt.ends().size() - 1)) {
      if (end > from) {
        session.append(Arrays.copyOfRange(prompt.ids(), from, end));
        from = end;
      }
    }
    return session.append(Arrays.copyOfRange(prompt.ids(), from, prompt.ids().length));
  }
}
