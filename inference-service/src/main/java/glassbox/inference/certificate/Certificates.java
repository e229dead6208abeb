package glassbox.inference.certificate;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CertificateSummary;
import glassbox.contracts.generation.CertificateSummary.Deltas;
import glassbox.contracts.generation.CertificateSummary.Reason;
import glassbox.contracts.generation.CertificateSummary.Sampling;
import glassbox.contracts.generation.Concept;
import glassbox.engine.federation.Certificate;
import glassbox.engine.federation.Certification;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.FederationException;
import glassbox.engine.federation.Member;
import glassbox.engine.federation.Outcome;
import glassbox.ledger.attribution.DeltaSummary;
import glassbox.ledger.block.BlockContent;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Certifies passes, as asked for and as far as the allowance goes. */
@Service
public class Certificates {
  private final CertificateSettings settings;
  private final Allowance allowance;
  private final Stopwatch stopwatch;
  private final ConceptNames names;
  private final DeltaWatch watch;
  private final CertificateMeters meters;

  Certificates(
      CertificateSettings settings,
      Stopwatch stopwatch,
      ConceptNames names,
      DeltaWatch watch,
      CertificateMeters meters) {
    this.settings = settings;
    this.allowance = new Allowance(settings.share());
    this.stopwatch = stopwatch;
    this.names = names;
    this.watch = watch;
    this.meters = meters;
    meters.watch(allowance);
  }

  /**
   * Certifies a pass that has ended.
   *
   * @param decode what the pass cost, nanoseconds of its thread
   * @throws FederationException when a certificate was asked for and there is no place for it
   */
  public Certified certify(
      Federation federation, Outcome outcome, CertificateMode mode, long decode) {
    Certified certified =
        switch (mode) {
          case NONE -> without(outcome, mode, Reason.NOT_REQUESTED, null);
          case FULL -> certify(federation, outcome, mode);
          case SAMPLED -> sampled(federation, outcome, decode);
        };
    meters.count(certified.summary());
    return certified;
  }

  private Certified sampled(Federation federation, Outcome outcome, long decode) {
    if (!federation.opaque().isEmpty()) {
      return without(outcome, CertificateMode.SAMPLED, Reason.NO_BOTTLENECKS, null);
    }
    long setAside = allowance.ask(decode, tokens(outcome));
    if (setAside < 0) {
      return without(outcome, CertificateMode.SAMPLED, Reason.OVER_ALLOWANCE, allowance.sampling());
    }
    long before = stopwatch.nanos();
    boolean made = false;
    try {
      Certified certified = certify(federation, outcome, CertificateMode.SAMPLED);
      made = true;
      return certified;
    } catch (FederationException.Busy busy) {
      return without(outcome, CertificateMode.SAMPLED, Reason.BUSY, allowance.sampling());
    } finally {
      allowance.settle(setAside, stopwatch.nanos() - before, made);
    }
  }

  private Certified certify(Federation federation, Outcome outcome, CertificateMode mode) {
    long before = stopwatch.nanos();
    Certification certification = federation.certify(outcome.block());
    long cost = stopwatch.nanos() - before;
    return switch (certification) {
      case Certification.Certified(Certificate certificate) -> {
        allowance.learn(cost, tokens(outcome));
        meters.cost(mode, cost);
        yield certified(federation, outcome, mode, certificate);
      }
      case Certification.Opaque _ -> without(outcome, mode, Reason.NO_BOTTLENECKS, null);
      case Certification.Empty _ -> without(outcome, mode, Reason.NO_TOKENS, null);
    };
  }

  private Certified certified(
      Federation federation, Outcome outcome, CertificateMode mode, Certificate certificate) {
    List<Member> members = federation.spec().members();
    IntStream.range(0, members.size())
        .forEach(i -> watch.observe(members.get(i).id(), certificate.memberDeltas(i)));
    TokenBlock block = certificate.recordedIn(outcome.block());
    TokenBlock stored = block.stored();
    DeltaSummary summary =
        DeltaSummary.of(
            stored.supplement().deltas().stream().mapToDouble(Double::doubleValue).toArray());
    return new Certified(
        stored,
        CertificateSummary.certified(
            mode,
            mode == CertificateMode.SAMPLED ? allowance.sampling() : null,
            new Deltas(summary.tokens(), summary.mean(), summary.p95(), summary.max()),
            certificate.agreement(),
            bar(federation)),
        concepts(stored, members));
  }

  /** The configured bar, else the calibrated one; null where a member is not calibrated. */
  private @Nullable Double bar(Federation federation) {
    OptionalDouble calibrated = federation.calibratedDelta();
    return settings.bar() != null || calibrated.isEmpty()
        ? settings.bar()
        : Double.valueOf(calibrated.getAsDouble());
  }

  private List<List<Concept>> concepts(TokenBlock block, List<Member> members) {
    return block.content() instanceof BlockContent.Kept kept
        ? IntStream.range(0, block.tokens().size())
            .mapToObj(token -> names.of(kept.conceptsAt(token), members))
            .toList()
        : List.of();
  }

  private static Certified without(
      Outcome outcome, CertificateMode mode, Reason reason, @Nullable Sampling sampling) {
    return new Certified(
        outcome.block(), CertificateSummary.none(mode, reason, sampling), List.of());
  }

  private static long tokens(Outcome outcome) {
    return (long) outcome.promptTokens() + outcome.tokens().size();
  }
}
