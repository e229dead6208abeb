package glassbox.lab.reconcile;

import glassbox.ledger.block.Combination;
import glassbox.ledger.block.SpecialistRef;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Ways to falsify a block of a mixture. Each leaves a well-formed block. */
enum Fault {
  /** One recorded log-probability is moved by 0.01 to 1 nat. */
  PERTURB_LOG_PROB {
    @Override
    TokenBlock apply(TokenBlock block, RandomGenerator random) {
      int token = random.nextInt(block.tokens().size());
      float[] logProbs = block.tokens().get(token).logProbs();
      int specialist = random.nextInt(logProbs.length);
      logProbs[specialist] -= (float) random.nextDouble(0.01, 1);
      return withToken(block, token, with(block.tokens().get(token), logProbs));
    }
  },
  /** One recorded joint is moved by 0.001 to 1 nat. */
  PERTURB_JOINT {
    @Override
    TokenBlock apply(TokenBlock block, RandomGenerator random) {
      int token = random.nextInt(block.tokens().size());
      TokenEntry entry = block.tokens().get(token);
      double joint = entry.joint() - random.nextDouble(0.001, 1);
      return withToken(block, token, withJoint(entry, entry.logProbs(), joint));
    }
  },
  /** One specialist is left out, the weights of the others stand as they are. */
  DROP_SPECIALIST {
    @Override
    TokenBlock apply(TokenBlock block, RandomGenerator random) {
      int dropped = random.nextInt(block.specialists().size());
      return without(block, dropped, without(logWeights(block), dropped));
    }
  },
  /** One specialist is left out and the weights of the others are made to sum to one again. */
  DROP_AND_RESCALE {
    @Override
    TokenBlock apply(TokenBlock block, RandomGenerator random) {
      int dropped = random.nextInt(block.specialists().size());
      List<Double> kept = without(logWeights(block), dropped);
      double total = Math.log(kept.stream().mapToDouble(Math::exp).sum());
      return without(block, dropped, kept.stream().map(w -> w - total).toList());
    }
  },
  /** Two unequal weights change places. */
  SWAP_WEIGHTS {
    @Override
    TokenBlock apply(TokenBlock block, RandomGenerator random) {
      var swapped = new ArrayList<>(logWeights(block));
      int first = random.nextInt(swapped.size());
      Collections.swap(swapped, first, (first + 1) % swapped.size());
      return new TokenBlock(
          block.runId(),
          block.pass(),
          block.specialists(),
          new Combination.Mixture(swapped),
          block.sampler(),
          block.execution(),
          block.content(),
          block.tokens());
    }
  },
  /**
   * One specialist reports the mixture's value in place of its own, and every joint is made to fit,
   * so that the sums are right.
   */
  ECHO {
    @Override
    TokenBlock apply(TokenBlock block, RandomGenerator random) {
      int echo = random.nextInt(block.specialists().size());
      List<Double> weights = logWeights(block);
      var tokens = new ArrayList<TokenEntry>();
      for (TokenEntry entry : block.tokens()) {
        float[] logProbs = entry.logProbs();
        logProbs[echo] = (float) entry.joint();
        tokens.add(withJoint(entry, logProbs, joint(weights, logProbs)));
      }
      return withTokens(block, tokens);
    }
  };

  /** A falsified copy. Requires a mixture of at least two specialists, with unequal weights. */
  abstract TokenBlock apply(TokenBlock block, RandomGenerator random);

  /** Name in results. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static double joint(List<Double> logWeights, float[] logProbs) {
    double sum = 0;
    for (int i = 0; i < logProbs.length; i++) {
      sum += Math.exp(logWeights.get(i) + logProbs[i]);
    }
    return Math.log(sum);
  }

  private static List<Double> logWeights(TokenBlock block) {
    if (block.combination() instanceof Combination.Mixture mixture) {
      return mixture.logWeights();
    }
    throw new IllegalArgumentException("only blocks of a mixture are falsified");
  }

  private static <T> List<T> without(List<T> values, int index) {
    var kept = new ArrayList<>(values);
    kept.remove(index);
    return kept;
  }

  private static TokenBlock without(TokenBlock block, int dropped, List<Double> logWeights) {
    List<SpecialistRef> specialists = without(block.specialists(), dropped);
    var tokens = new ArrayList<TokenEntry>();
    for (TokenEntry entry : block.tokens()) {
      var kept = new float[specialists.size()];
      for (int i = 0; i < kept.length; i++) {
        kept[i] = entry.logProb(i < dropped ? i : i + 1);
      }
      tokens.add(with(entry, kept));
    }
    return new TokenBlock(
        block.runId(),
        block.pass(),
        specialists,
        new Combination.Mixture(logWeights),
        block.sampler(),
        block.execution(),
        block.content(),
        tokens);
  }

  private static TokenBlock withToken(TokenBlock block, int index, TokenEntry entry) {
    var tokens = new ArrayList<>(block.tokens());
    tokens.set(index, entry);
    return withTokens(block, tokens);
  }

  private static TokenBlock withTokens(TokenBlock block, List<TokenEntry> tokens) {
    return new TokenBlock(
        block.runId(),
        block.pass(),
        block.specialists(),
        block.combination(),
        block.sampler(),
        block.execution(),
        block.content(),
        tokens);
  }

  private static TokenEntry with(TokenEntry entry, float[] logProbs) {
    return withJoint(entry, logProbs, entry.joint());
  }

  private static TokenEntry withJoint(TokenEntry entry, float[] logProbs, double joint) {
    return new TokenEntry(
        logProbs,
        joint,
        entry.sampled(),
        entry.entropy(),
        entry.forced(),
        entry.ensembled(),
        entry.logNormalizer());
  }
}
