package glassbox.critic.panel;

import glassbox.critics.contradiction.Entailment;
import glassbox.critics.contradiction.EntailmentModel;
import glassbox.critics.contradiction.EntailmentUnavailable;
import glassbox.critics.contradiction.Proposition;
import glassbox.critics.contradiction.RuleEntailment;
import glassbox.engine.encoder.CrossEncoder;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules, and where they find nothing, a cross-encoder. A directory that cannot be loaded, names
 * no contradiction or was changed since it was loaded makes inference unavailable.
 */
final class EncoderEntailment implements EntailmentModel, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EncoderEntailment.class);
  private final RuleEntailment rules = new RuleEntailment();
  private final @Nullable CrossEncoder encoder;
  private final int contradiction;
  private final String broken;

  private EncoderEntailment(@Nullable CrossEncoder encoder, int contradiction, String broken) {
    this.encoder = encoder;
    this.contradiction = contradiction;
    this.broken = broken;
  }

  static EncoderEntailment load(Path directory) {
    try {
      CrossEncoder encoder = CrossEncoder.load(directory);
      int contradiction = encoder.label("contradict").orElse(-1);
      if (contradiction < 0) {
        encoder.close();
        return broken("id2label names no contradiction");
      }
      return new EncoderEntailment(encoder, contradiction, "");
    } catch (RuntimeException | LinkageError e) {
      LOG.error("the cross-encoder {} cannot be loaded", directory, e);
      return broken("the cross-encoder cannot be loaded: " + e.getMessage());
    }
  }

  private static EncoderEntailment broken(String why) {
    return new EncoderEntailment(null, -1, why);
  }

  @Override
  public Entailment infer(Proposition premise, Proposition hypothesis) {
    if (encoder == null) {
      throw new EntailmentUnavailable(broken);
    }
    if (!encoder.unchanged()) {
      throw new EntailmentUnavailable("the cross-encoder's directory was changed");
    }
    Entailment ruled = rules.infer(premise, hypothesis);
    boolean asserted = premise.asserted() && hypothesis.asserted();
    if (ruled.label() == Entailment.Label.CONTRADICTION || !asserted) {
      return ruled;
    }
    double[] probabilities = encoder.infer(premise.text(), hypothesis.text());
    double confidence = probabilities[contradiction];
    if (!Double.isFinite(confidence)) {
      throw new EntailmentUnavailable("the cross-encoder gives no numbers");
    }
    for (double other : probabilities) {
      if (other > confidence) {
        return Entailment.NEUTRAL;
      }
    }
    return Entailment.contradiction(
        confidence,
        String.format(Locale.ROOT, "inference finds a contradiction (%.2f)", confidence));
  }

  @Override
  public String name() {
    return encoder == null ? "rules/1+none" : "rules/1+encoder/" + encoder.digest();
  }

  @Override
  public void close() {
    if (encoder != null) {
      encoder.close();
    }
  }
}
