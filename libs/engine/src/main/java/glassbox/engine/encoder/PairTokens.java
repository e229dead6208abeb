package glassbox.engine.encoder;

import glassbox.engine.checkpoint.CheckpointException;
import glassbox.engine.text.Tokenizer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Tokens of a pair of texts: begin, first, separator (twice for RoBERTa), second, separator.
 * Special strings inside the texts stay text. A pair that is too long loses the end of its longer
 * text.
 */
final class PairTokens implements AutoCloseable {
  private final Tokenizer tokenizer;
  private final EncoderConfig config;
  private final int begin;
  private final int separator;

  /** Tokens with their types. */
  record Pair(int[] ids, int[] types) {}

  PairTokens(Path directory, EncoderConfig config, int vocabulary) {
    this.tokenizer = Tokenizer.load(directory);
    this.config = config;
    this.begin = special("[CLS]", "<s>");
    this.separator = special("[SEP]", "</s>");
    if (tokenizer.vocabularySize() > vocabulary) {
      tokenizer.close();
      throw new CheckpointException(
          directory + ": the tokenizer has more tokens than the embeddings have rows");
    }
  }

  private int special(String first, String second) {
    OptionalInt id = tokenizer.idOf(first);
    OptionalInt other = id.isPresent() ? id : tokenizer.idOf(second);
    return other.orElseThrow(
        () -> new CheckpointException("the tokenizer has neither " + first + " nor " + second));
  }

  Pair encode(String first, String second) {
    int[] a = tokenizer.encode(first);
    int[] b = tokenizer.encode(second);
    int middle = config.family() == EncoderFamily.ROBERTA ? 2 : 1;
    int room = config.positions() - middle - 2;
    int keptA = Math.min(a.length, Math.max(room / 2, room - b.length));
    a = Arrays.copyOf(a, keptA);
    b = Arrays.copyOf(b, Math.min(b.length, room - keptA));
    int[] ids = new int[a.length + b.length + middle + 2];
    int[] types = new int[ids.length];
    ids[0] = begin;
    System.arraycopy(a, 0, ids, 1, a.length);
    Arrays.fill(ids, 1 + a.length, 1 + a.length + middle, separator);
    int from = 1 + a.length + middle;
    System.arraycopy(b, 0, ids, from, b.length);
    ids[ids.length - 1] = separator;
    boolean typed = config.family() == EncoderFamily.BERT;
    Arrays.fill(types, from, types.length, typed ? 1 : 0);
    return new Pair(ids, types);
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
