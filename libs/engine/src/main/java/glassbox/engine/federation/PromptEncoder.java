package glassbox.engine.federation;

import glassbox.engine.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into one prompt. Each text is encoded alone with special tokens off, so that only the
 * template can write a special token.
 */
final class PromptEncoder {
  private final Tokenizer tokenizer;
  private final int[] begin;
  private final int[] system;
  private final int[] context;
  private final int[] prompt;
  private final int[] answer;
  private final int[] newline;

  /** Requires every token of the template to be in the vocabulary. */
  PromptEncoder(Tokenizer tokenizer, PromptTemplate template) {
    this.tokenizer = tokenizer;
    this.begin = marker(template.begin());
    this.system = marker(template.system());
    this.context = marker(template.context());
    this.prompt = marker(template.prompt());
    this.answer = marker(template.answer());
    this.newline = tokenizer.encode("\n");
  }

  /**
   * Encodes a prompt of at most {@code limit} tokens, cutting the context from its end to fit.
   *
   * @throws FederationException.PromptTooLong when it does not fit even without its context
   */
  EncodedPrompt encode(PromptText text, int limit) {
    int[] contextIds = text.context() == null ? new int[0] : tokenizer.encode(text.context());
    EncodedPrompt whole = assemble(text, contextIds, 0);
    int excess = whole.ids().length - limit;
    if (excess <= 0) {
      return whole;
    }
    if (excess >= contextIds.length) {
      int bare = assemble(text, null, contextIds.length).ids().length;
      if (bare > limit) {
        throw new FederationException.PromptTooLong(bare, limit);
      }
    }
    int kept = Math.max(0, contextIds.length - excess);
    return assemble(
        text, kept == 0 ? null : Arrays.copyOf(contextIds, kept), contextIds.length - kept);
  }

  private EncodedPrompt assemble(PromptText text, int @Nullable [] contextIds, int dropped) {
    Assembly assembly = new Assembly(newline);
    assembly.tokens(begin);
    if (text.system() != null) {
      assembly.segment(EncodedPrompt.Kind.SYSTEM, system, tokenizer.encode(text.system()));
    }
    if (text.context() != null && contextIds != null) {
      assembly.segment(EncodedPrompt.Kind.CONTEXT, context, contextIds);
    }
    assembly.segment(EncodedPrompt.Kind.PROMPT, prompt, tokenizer.encode(text.prompt()));
    assembly.tokens(answer);
    return assembly.prompt(dropped);
  }

  private int[] marker(String token) {
    if (token.isEmpty()) {
      return new int[0];
    }
    int id =
        tokenizer
            .idOf(token)
            .orElseThrow(
                () -> new IllegalArgumentException("template token not in vocabulary: " + token));
    return new int[] {id};
  }

  /** A prompt in the making. */
  private static final class Assembly {
    private final int[] newline;
    private final List<Integer> ids = new ArrayList<>();
    private final List<EncodedPrompt.Segment> segments = new ArrayList<>();

    Assembly(int[] newline) {
      this.newline = newline;
    }

    void tokens(int[] tokens) {
      for (int id : tokens) {
        ids.add(id);
      }
    }

    void segment(EncodedPrompt.Kind kind, int[] marker, int[] text) {
      tokens(marker.length == 0 && !segments.isEmpty() ? newline : marker);
      int from = ids.size();
      tokens(text);
      segments.add(new EncodedPrompt.Segment(kind, from, ids.size()));
    }

    EncodedPrompt prompt(int dropped) {
      return new EncodedPrompt(
          ids.stream().mapToInt(Integer::intValue).toArray(), segments, dropped);
    }
  }
}
