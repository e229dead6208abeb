package glassbox.engine.decoder;

import glassbox.engine.checkpoint.ModelConfig;
import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import java.util.ArrayList;
import java.util.List;

/** One session: checks what is appended, takes long prompts in chunks. */
final class DecoderSession implements ForwardSession {
  /** Floats that the largest intermediate arrays of a step may take together. */
  static final long STEP_BUDGET = 64L << 20;

  private final ModelConfig config;
  private final Execution execution;
  private final int rows;
  private final Readout readout;
  private final long budget;
  private int position;

  /**
   * A session that holds nothing yet.
   *
   * @param execution closed with the session
   * @param readout of what the execution gives
   * @param budget floats for the intermediate arrays of a step; more positions are taken in chunks
   */
  DecoderSession(ModelConfig config, Execution execution, int rows, Readout readout, long budget) {
    this.config = config;
    this.execution = execution;
    this.rows = rows;
    this.readout = readout;
    this.budget = budget;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int position() {
    return position;
  }

  @Override
  public Forward append(int[][] ids) {
    return run(ids, false);
  }

  @Override
  public Forward appendAll(int[][] ids) {
    return run(ids, true);
  }

  @Override
  public void rewind(int to) {
    checkRewind(to, position);
    position = to;
  }

  static void checkRewind(int to, int position) {
    if (to < 0 || to > position) {
      throw new IllegalArgumentException(
          "cannot rewind to %d of %d positions".formatted(to, position));
    }
  }

  private Forward run(int[][] ids, boolean all) {
    int tokens = check(ids);
    execution.reserve(position, position + tokens);
    int chunk = chunk(tokens, all);
    List<Forward> parts = new ArrayList<>();
    for (int from = 0; from < tokens; from += chunk) {
      parts.add(step(ids, from, Math.min(tokens, from + chunk), all));
    }
    position += tokens;
    return all ? Chunks.join(parts) : parts.getLast();
  }

  /** Positions to take at once so that scores and feed-forward stay within the budget. */
  private int chunk(int tokens, boolean all) {
    long each =
        (long) config.heads() * (position + tokens)
            + 4L * config.intermediateSize()
            + 8L * config.hiddenSize()
            + 6L * readout.atoms()
            + (all ? 2L * config.vocabularySize() : 0);
    return (int) Math.clamp(budget / (each * rows()), 1, tokens);
  }

  private Forward step(int[][] ids, int from, int to, boolean all) {
    float[] flat = execution.step(ids, from, to, position + from, all);
    return readout.forward(flat, all ? to - from : 1);
  }

  /** The number of tokens of each row, if they may be appended. */
  int check(int[][] ids) {
    if (ids.length != rows() || ids[0].length == 0) {
      throw new IllegalArgumentException(
          "ids must be [%d][at least 1], not %d rows".formatted(rows(), ids.length));
    }
    for (int[] row : ids) {
      if (row.length != ids[0].length) {
        throw new IllegalArgumentException("rows of ids must have equal length");
      }
      for (int id : row) {
        if (id < 0 || id >= config.vocabularySize()) {
          throw new IllegalArgumentException("id " + id + " is outside the vocabulary");
        }
      }
    }
    if (position + ids[0].length > config.contextLength()) {
      throw new IllegalArgumentException(
          "%d tokens exceed the context of %d"
              .formatted(position + ids[0].length, config.contextLength()));
    }
    return ids[0].length;
  }

  /** Native arrays that the session holds between steps. */
  int nativeArrays() {
    return execution.nativeArrays();
  }

  @Override
  public void close() {
    execution.close();
  }
}
