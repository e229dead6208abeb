package glassbox.lab.legible;

import java.util.Arrays;

/**
 * The assignment of rows to different columns with the largest sum.
 *
 * <p>Source: Kuhn, The Hungarian Method for the Assignment Problem (1955), in the form with
 * potentials and shortest augmenting paths.
 */
final class Assignment {

  private final double[][] value;
  private final int rows;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOf;

  private Assignment(double[][] value) {
    this.value = value;
    this.rows = value.length;
    this.columns = value[0].length;
    this.rowPotential = new double[rows + 1];
    this.columnPotential = new double[columns + 1];
    this.rowOf = new int[columns + 1];
  }

  /**
   * The column of each row.
   *
   * @param value {@code [rows][columns]}, at least as many columns as rows
   */
  static int[] largest(double[][] value) {
    if (value.length == 0 || value.length > value[0].length) {
      throw new IllegalArgumentException("every row needs a column of its own");
    }
    var assignment = new Assignment(value);
    for (int row = 1; row <= assignment.rows; row++) {
      assignment.place(row);
    }
    var columnOf = new int[value.length];
    for (int column = 1; column <= assignment.columns; column++) {
      if (assignment.rowOf[column] > 0) {
        columnOf[assignment.rowOf[column] - 1] = column - 1;
      }
    }
    return columnOf;
  }

  /** Column 0 stands for "none yet"; rows and columns count from 1. */
  private void place(int row) {
    rowOf[0] = row;
    var slack = new double[columns + 1];
    var before = new int[columns + 1];
    var reached = new boolean[columns + 1];
    Arrays.fill(slack, Double.POSITIVE_INFINITY);
    int at = 0;
    while (rowOf[at] != 0) {
      reached[at] = true;
      int next = nearest(at, slack, before, reached);
      shift(slack[next], slack, reached);
      at = next;
    }
    while (at != 0) {
      rowOf[at] = rowOf[before[at]];
      at = before[at];
    }
  }

  private int nearest(int at, double[] slack, int[] before, boolean[] reached) {
    int row = rowOf[at];
    int nearest = -1;
    for (int column = 1; column <= columns; column++) {
      if (reached[column]) {
        continue;
      }
      double cost = -value[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
      if (cost < slack[column]) {
        slack[column] = cost;
        before[column] = at;
      }
      if (nearest < 0 || slack[column] < slack[nearest]) {
        nearest = column;
      }
    }
    return nearest;
  }

  private void shift(double by, double[] slack, boolean[] reached) {
    for (int column = 0; column <= columns; column++) {
      if (reached[column]) {
        rowPotential[rowOf[column]] += by;
        columnPotential[column] -= by;
      } else {
        slack[column] -= by;
      }
    }
  }
}
