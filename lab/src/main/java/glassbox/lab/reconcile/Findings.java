package glassbox.lab.reconcile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the experiment measured, before it is judged. */
final class Findings {

  /**
   * Injections of one kind.
   *
   * @param injected how many
   * @param byArithmetic found by recomputing the sums
   * @param byReplay found by replay alone
   */
  record FaultCount(int injected, int byArithmetic, int byReplay) {
    int found() {
      return byArithmetic + byReplay;
    }
  }

  private final List<Double> residuals = new ArrayList<>();
  private final Map<Fault, FaultCount> faults = new EnumMap<>(Fault.class);
  private long recordBytes;
  private int blocks;
  private int bitEqualBlocks;
  private double largestOnePassDifference;

  void block(double[] absoluteResiduals, int bytes, boolean bitEqual, double onePassDifference) {
    for (double residual : absoluteResiduals) {
      residuals.add(residual);
    }
    recordBytes += bytes;
    blocks++;
    bitEqualBlocks += bitEqual ? 1 : 0;
    largestOnePassDifference = Math.max(largestOnePassDifference, onePassDifference);
  }

  void fault(Fault fault, FaultCount count) {
    faults.put(fault, count);
  }

  /** Absolute residuals, ascending. */
  List<Double> residuals() {
    return residuals.stream().sorted().toList();
  }

  double quantile(double q) {
    List<Double> sorted = residuals();
    return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(q * sorted.size())));
  }

  double max() {
    return residuals().getLast();
  }

  int tokens() {
    return residuals.size();
  }

  double bytesPerToken() {
    return (double) recordBytes / tokens();
  }

  int blocks() {
    return blocks;
  }

  int bitEqualBlocks() {
    return bitEqualBlocks;
  }

  double largestOnePassDifference() {
    return largestOnePassDifference;
  }

  /** Zeros where the fault was not injected. */
  FaultCount count(Fault fault) {
    return faults.getOrDefault(fault, new FaultCount(0, 0, 0));
  }
}
