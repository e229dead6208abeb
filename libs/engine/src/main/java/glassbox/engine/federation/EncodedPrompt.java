package glassbox.engine.federation;

import java.util.Arrays;
import java.util.List;

/**
 * A prompt as tokens.
 *
 * @param ids all of it, template tokens included
 * @param segments where the texts lie in {@code ids}, in order
 * @param droppedContextTokens tokens cut from the end of the context to fit the window
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the forward as it is
public record EncodedPrompt(int[] ids, List<Segment> segments, int droppedContextTokens) {

  public EncodedPrompt {
    segments = List.copyOf(segments);
  }

  /** Whether the end of the context was dropped. */
  public boolean contextTruncated() {
    return droppedContextTokens > 0;
  }

  /** The prompt with more tokens behind it, which belong to no text. */
  EncodedPrompt followedBy(int[] more) {
    int[] all = Arrays.copyOf(ids, ids.length + more.length);
    System.arraycopy(more, 0, all, ids.length, more.length);
    return new EncodedPrompt(all, segments, droppedContextTokens);
  }

  /** Tokens {@code from <= i < to} of the prompt that came from one text. */
  public record Segment(Kind kind, int from, int to) {}

  /** Which text a segment came from. */
  public enum Kind {
    SYSTEM,
    CONTEXT,
    PROMPT
  }
}
