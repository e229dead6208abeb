package glassbox.engine.legible;

/** Inputs of a network, row by row; the arrays are not copied. */
@SuppressWarnings("ArrayRecordComponent")
public sealed interface Inputs {

  /** B. */
  int rows();

  /** The given rows, in that order. */
  Inputs select(int[] rows);

  /** Features {@code [B, d]}, row-major. */
  record Features(float[] values, int width) implements Inputs {
    @Override
    public int rows() {
      return values.length / width;
    }

    @Override
    public Features select(int[] rows) {
      var selected = new float[rows.length * width];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(values, rows[i] * width, selected, i * width, width);
      }
      return new Features(selected, width);
    }
  }

  /** Token ids {@code [B, T]}, row-major. */
  record Tokens(long[] ids, int length) implements Inputs {
    @Override
    public int rows() {
      return ids.length / length;
    }

    @Override
    public Tokens select(int[] rows) {
      var selected = new long[rows.length * length];
      for (int i = 0; i < rows.length; i++) {
        System.arraycopy(ids, rows[i] * length, selected, i * length, length);
      }
      return new Tokens(selected, length);
    }
  }
}
