package glassbox.engine.federation;

import glassbox.engine.mixture.SpecialistLogProbs;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Walks an answer position by position. This is the one rule for the shape of forwards, which fixes
 * the bits of what they give: the prompt in one piece, then the tokens that are forced from the
 * answer's start in one piece (without the answer's last token, which predicts nothing), then one
 * token at a time.
 */
final class Walk {
  private final LineupSession session;
  private final int[] prompt;
  private final int[] piece;
  private final Deque<SpecialistLogProbs> ahead = new ArrayDeque<>();
  private int position;

  /**
   * Requires at least one token of the prompt.
   *
   * @param run tokens forced from the answer's start
   * @param limit most tokens of the answer, at least {@code run.length}
   */
  Walk(LineupSession session, int[] prompt, int[] run, int limit) {
    this.session = session;
    this.prompt = prompt;
    this.piece = piece(run, limit);
  }

  /** Tokens of the answer that go through in one piece. */
  static int[] piece(int[] run, int limit) {
    return Arrays.copyOf(run, Math.min(run.length, limit - 1));
  }

  /** What the members say at the next position; {@code previous} is the token before it. */
  SpecialistLogProbs next(int previous) {
    if (position++ == 0) {
      return session.append(prompt);
    }
    if (position == 2 && piece.length > 0) {
      ahead.addAll(session.appendAll(piece));
    }
    SpecialistLogProbs known = ahead.poll();
    return known != null ? known : session.append(new int[] {previous});
  }
}
