package glassbox.lab.verify;

import glassbox.ledger.attribution.Level;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Recomputes every token's joint log-probability and shares from the recorded parts. */
final class NumberChecks {
  /** What rounding may put a log-probability above 0, nats. */
  private static final double ABOVE_CERTAIN = 1e-3;

  /** What rounding may do to a sum of shares. */
  private static final double SHARE_TOLERANCE = 1e-9;

  private final List<Finding> wrong = new ArrayList<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private double max;
  private int tokens;

  private static final class Part {
    double sum;
    int led;
  }

  /** The result, and the specialists' parts over all passes. */
  record Checked(CheckResult result, List<RunVerification.Share> shares) {
    Checked {
      shares = List.copyOf(shares);
    }
  }

  static Checked check(List<TokenBlock> blocks) {
    if (blocks.isEmpty()) {
      return new Checked(
          CheckResult.notChecked(Check.NUMBERS, "the record names no block, or none can be read"),
          List.of());
    }
    NumberChecks checks = new NumberChecks();
    blocks.forEach(checks::block);
    return new Checked(
        CheckResult.of(
            Check.NUMBERS,
            checks.wrong,
            "%d tokens recomputed; the largest difference is %s nats (%s; the bar is %s)",
            checks.tokens,
            String.format(Locale.ROOT, "%.2g", checks.max),
            Level.of(checks.max).name().toLowerCase(Locale.ROOT),
            Level.REFUSED_FROM),
        checks.shares());
  }

  private void block(TokenBlock block) {
    Reconciliation numbers = Reconciliation.of(block);
    max = Math.max(max, numbers.max());
    if (!Level.of(numbers.weightResidual()).accepted()) {
      wrong.add(Finding.inPass(block.pass(), "the weights do not sum to 1"));
    }
    if (!Level.of(numbers.restResidual()).accepted()) {
      wrong.add(
          Finding.inPass(
              block.pass(),
              "what is recorded of the specialists that are not listed is beyond its bounds by %s",
              number(numbers.restResidual())));
    }
    for (int t = 0; t < block.tokens().size(); t++) {
      tokens++;
      token(numbers, t);
    }
    parts(block, numbers);
  }

  private void parts(TokenBlock block, Reconciliation numbers) {
    for (int k = 0; k < block.specialists().size(); k++) {
      Part part = parts.computeIfAbsent(block.specialists().get(k).id(), unused -> new Part());
      part.sum += numbers.meanShare(k) * block.tokens().size();
      part.led += numbers.leads(k);
    }
  }

  private void token(Reconciliation numbers, int t) {
    int pass = numbers.block().pass();
    TokenEntry token = numbers.block().tokens().get(t);
    double residual = numbers.residual(t);
    Level level = Level.of(Math.abs(residual));
    if (!level.accepted()) {
      wrong.add(
          Finding.atToken(
              pass,
              t,
              "recorded %s, recomputed %s nats: off by %s (%s)",
              number(token.joint()),
              number(token.joint() - residual),
              number(residual),
              level.name().toLowerCase(Locale.ROOT)));
    }
    double sum = numbers.restShare(t);
    for (int k : token.listed()) {
      String id = numbers.block().specialists().get(k).id();
      if (!(token.logProb(k) <= ABOVE_CERTAIN)) {
        wrong.add(Finding.atToken(pass, t, "%s gave more than certainty", id));
      }
      sum += numbers.share(t, k);
    }
    if (!(Math.abs(sum - 1) <= SHARE_TOLERANCE)) {
      wrong.add(Finding.atToken(pass, t, "the shares do not sum to 1"));
    }
  }

  private List<RunVerification.Share> shares() {
    return parts.entrySet().stream()
        .map(
            part ->
                new RunVerification.Share(
                    part.getKey(), part.getValue().sum / tokens, part.getValue().led))
        .toList();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
