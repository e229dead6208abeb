package glassbox.inference.generation;

import glassbox.contracts.generation.BlockRef;
import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.FinishReason;
import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.GenerationRequest;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.generation.ReconciliationSummary;
import glassbox.contracts.generation.RecordState;
import glassbox.contracts.generation.SpecialistShare;
import glassbox.contracts.generation.Usage;
import glassbox.engine.federation.Federation;
import glassbox.engine.federation.Outcome;
import glassbox.engine.federation.Plan;
import glassbox.engine.federation.TokenListener;
import glassbox.inference.certificate.Certificates;
import glassbox.inference.certificate.Certified;
import glassbox.inference.certificate.Stopwatch;
import glassbox.inference.federation.Combinations;
import glassbox.inference.federation.Federations;
import glassbox.inference.record.Recorder;
import glassbox.inference.record.SealedBlock;
import glassbox.inference.record.Sealer;
import glassbox.ledger.attribution.Reconciliation;
import glassbox.ledger.block.TokenBlock;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Runs a pass, certifies it, makes its block durable, and only then gives the answer. */
@Service
class Answers {
  private final Federations federations;
  private final Certificates certificates;
  private final Stopwatch stopwatch;
  private final Sealer sealer;
  private final Recorder recorder;
  private final PassMeters meters;

  Answers(
      Federations federations,
      Certificates certificates,
      Stopwatch stopwatch,
      Sealer sealer,
      Recorder recorder,
      PassMeters meters) {
    this.federations = federations;
    this.certificates = certificates;
    this.stopwatch = stopwatch;
    this.sealer = sealer;
    this.recorder = recorder;
    this.meters = meters;
  }

  /** Refuses a request that cannot be run, before anything is. */
  Federation check(GenerationRequest request, boolean scoring) {
    Federation federation = federations.get(request.federation());
    RequestCheck.require(request, scoring, federation);
    return federation;
  }

  /** Generates, or scores the given answer, and certifies it as asked for. */
  Generation answer(GenerationRequest request, Federation federation, TokenListener listener) {
    Plan plan = Plans.of(request, federation);
    long before = stopwatch.nanos();
    Outcome outcome = pass(plan, request.answer(), federation, listener);
    Certified certified =
        certificates.certify(federation, outcome, mode(request), stopwatch.nanos() - before);
    SealedBlock sealed = sealer.seal(certified.block(), request.keepContent());
    RecordState state = recorder.keep(sealed);
    Reconciliation reconciliation = Reconciliation.of(certified.block().stored());
    meters.count(outcome, reconciliation.max());
    return generation(
        outcome,
        certified,
        federation,
        reconciliation,
        new BlockRef(plan.pass(), sealed.hash(), state));
  }

  private Outcome pass(
      Plan plan, @Nullable String given, Federation federation, TokenListener listener) {
    return meters.time(
        given == null ? "generate" : "score",
        () ->
            given == null
                ? federation.generate(plan, listener)
                : federation.score(plan, given, listener));
  }

  private static CertificateMode mode(GenerationRequest request) {
    return Objects.requireNonNullElse(request.certificate(), CertificateMode.SAMPLED);
  }

  private static Generation generation(
      Outcome outcome,
      Certified certified,
      Federation federation,
      Reconciliation reconciliation,
      BlockRef ref) {
    TokenBlock block = outcome.block();
    return new Generation(
        block.runId(),
        block.pass(),
        outcome.text(),
        finish(outcome.finish()),
        new Usage(outcome.promptTokens(), outcome.tokens().size()),
        outcome.contextTruncated(),
        outcome.tokens().stream().map(s -> Attributions.of(s, federation, certified)).toList(),
        outcome.sketches().stream().map(Answers::sketch).toList(),
        shares(reconciliation),
        new ReconciliationSummary(
            reconciliation.max(),
            reconciliation.median(),
            ReconciliationSummary.Level.valueOf(reconciliation.level().name())),
        certified.summary(),
        ref,
        block.specialists().stream().map(s -> new ModelDigest(s.id(), s.digest())).toList(),
        block.execution().build(),
        block.sampler().seed(),
        Continuations.ends(outcome, federation.tokenizer()),
        next(outcome, federation));
  }

  /** Only a rule that learns is handed on: any other is the one that the request named. */
  private static @Nullable CombinerSpec next(Outcome outcome, Federation federation) {
    return outcome.next().equals(outcome.block().combination())
        ? null
        : Combinations.spec(outcome.next(), federation.spec());
  }

  /** Two decimals are enough to tell states apart. */
  private static List<Double> sketch(float[] numbers) {
    return IntStream.range(0, numbers.length)
        .mapToObj(i -> Math.rint(numbers[i] * 100.0) / 100)
        .toList();
  }

  private static List<SpecialistShare> shares(Reconciliation reconciliation) {
    TokenBlock block = reconciliation.block();
    return IntStream.range(0, block.specialists().size())
        .mapToObj(
            i ->
                new SpecialistShare(
                    block.specialists().get(i).id(),
                    reconciliation.meanShare(i),
                    reconciliation.leads(i),
                    reconciliation.timesOverruled(i)))
        .toList();
  }

  private static FinishReason finish(Outcome.Finish finish) {
    return switch (finish) {
      case STOP -> FinishReason.STOP;
      case MARKER -> FinishReason.MARKER;
      case LENGTH -> FinishReason.LENGTH;
      case SCORED -> FinishReason.SCORED;
    };
  }
}
