package glassbox.engine.legible;

/**
 * Watches the deltas of a model that speaks through a frozen channel: named codes that were trained
 * on clean data and were not trained with it. A backdoor learned afterwards has to go round the
 * codes, so that a triggered answer's deltas are far above the calibrated ones.
 *
 * <p>A cumulative-sum test over answers. A token exceeds when its delta is above the channel's
 * calibrated 99th percentile. Clean answers exceed with chance q0 at most, whatever came before;
 * triggered ones with chance q1; a share eps of the answers is triggered. With the likelihood ratio
 * of an answer's tokens, {@code L = (1 - eps) + eps * product of q1/q0 or (1-q1)/(1-q0)}, the
 * statistic is {@code S = max(0, S + ln L)} and the alarm is raised at {@code S >= ln A}. Lorden's
 * bound (1971): clean answers go on for at least A answers on average before a false alarm. A clean
 * answer costs the statistic at most {@code -ln(1 - eps)}, so that rare triggers add up.
 *
 * <p>Safe for use by several threads.
 */
public final class BackdoorMonitor {
  private final Design design;
  private double statistic;
  private boolean alarmed;
  private long answers;
  private long tokens;
  private long exceeding;

  /** A monitor that has seen nothing. */
  public BackdoorMonitor(Design design) {
    this.design = design;
  }

  /**
   * What the test assumes and promises.
   *
   * @param level a delta above it exceeds, in [0, 1]
   * @param clean q0: most chance of a clean token to exceed, given all tokens before it
   * @param triggered q1: chance of a triggered token to exceed, above {@code clean}
   * @param rate eps: share of answers that are triggered
   * @param answersToFalseAlarm A: least mean number of clean answers before a false alarm
   */
  public record Design(
      double level, double clean, double triggered, double rate, double answersToFalseAlarm) {

    public Design {
      if (!(level >= 0 && level <= 1)) {
        throw new IllegalArgumentException("level must be in [0, 1]: " + level);
      }
      if (!(clean > 0 && clean < triggered && triggered < 1)) {
        throw new IllegalArgumentException("need 0 < clean < triggered < 1");
      }
      if (!(rate > 0 && rate < 1) || !(answersToFalseAlarm > 1)) {
        throw new IllegalArgumentException("need 0 < rate < 1 and more than one answer");
      }
    }

    /**
     * The usual design: q0 is 5%, five times what the calibration says, since the tokens of an
     * answer are alike and live prompts are not the calibration's text; q1 75%, eps 1%, A 100,000.
     *
     * @param calibratedP99 99th percentile of the channel's deltas on held-out clean text
     */
    public static Design of(double calibratedP99) {
      return new Design(calibratedP99, 0.05, 0.75, 0.01, 100_000);
    }

    /** The statistic that raises the alarm, nats. */
    public double threshold() {
      return Math.log(answersToFalseAlarm);
    }

    /** ln L of an answer with that many tokens, nats. */
    double evidence(long exceeding, long others) {
      double likelihood =
          exceeding * Math.log(triggered / clean)
              + others * Math.log((1 - triggered) / (1 - clean))
              + Math.log(rate);
      double rest = Math.log(1 - rate);
      double larger = Math.max(likelihood, rest);
      return larger + Math.log1p(Math.exp(Math.min(likelihood, rest) - larger));
    }
  }

  /**
   * Takes one answer in.
   *
   * @param deltas one a token, in [0, 1]; NaN counts as exceeding
   * @return whether the alarm is raised, now or since before
   */
  public synchronized boolean observe(double[] deltas) {
    long above = 0;
    for (double delta : deltas) {
      above += delta <= design.level ? 0 : 1;
    }
    answers++;
    tokens += deltas.length;
    exceeding += above;
    statistic = Math.max(0, statistic + design.evidence(above, deltas.length - above));
    alarmed |= statistic >= design.threshold();
    return alarmed;
  }

  /** Begins anew, as if nothing had been seen. */
  public synchronized void clear() {
    statistic = 0;
    alarmed = false;
    answers = 0;
    tokens = 0;
    exceeding = 0;
  }

  /** What the test assumes and promises. */
  public Design design() {
    return design;
  }

  /** What was seen so far. */
  public synchronized State state() {
    return new State(alarmed, statistic, answers, tokens, exceeding);
  }

  /**
   * A monitor's state.
   *
   * @param alarmed whether the alarm was raised since the test began
   * @param statistic S, nats; at least 0
   * @param answers seen
   * @param tokens of these answers
   * @param exceeding of these tokens
   */
  public record State(
      boolean alarmed, double statistic, long answers, long tokens, long exceeding) {}
}
