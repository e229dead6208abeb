package glassbox.engine.text;

import java.nio.file.Path;
import java.util.OptionalInt;

/** A tokenizer.json. Safe for concurrent use. */
public final class Tokenizer implements AutoCloseable {
  private Tokenizer() {}

  /**
   * Loads {@code directory}/tokenizer.json, without a network.
   *
   * @throws glassbox.engine.checkpoint.CheckpointException when it is absent or malformed
   */
  public static Tokenizer load(Path directory) {
    throw new UnsupportedOperationException(directory.toString());
  }

  /** Ids of user text: no special token is added, and none is found inside the text. */
  public int[] encode(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Ids of trusted text, in which special tokens are found; none is added around it. */
  public int[] encodeWithSpecials(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** The text of the ids; special tokens appear as they are written. */
  public String decode(int[] ids) {
    throw new UnsupportedOperationException("" + ids.length);
  }

  /** The id of one token by its own spelling, special or not. */
  public OptionalInt idOf(String token) {
    throw new UnsupportedOperationException(token);
  }

  /** One more than the largest id. */
  public int vocabularySize() {
    throw new UnsupportedOperationException();
  }

  public boolean isSpecial(int id) {
    throw new UnsupportedOperationException("" + id);
  }

  /** A decoder for ids that arrive one by one. */
  public TextStream stream() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {}
}
