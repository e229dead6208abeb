package glassbox.gateway.evaluate;

import glassbox.contracts.generation.CertificateMode;
import glassbox.contracts.generation.CombinerSpec;
import glassbox.contracts.generation.Decoding;
import glassbox.contracts.generation.Routing;
import glassbox.gateway.limits.LimitsProperties;
import glassbox.ledger.run.RunRecordHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks a request as a whole and fills in the defaults. */
@Component
final class QuestionRules {
  static final String GRADIENT = "gradient";
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");
  private static final int MAX_STOPS = 8;
  private static final int MAX_STOP_CHARACTERS = 64;
  private static final int MAX_SESSION_CHARACTERS = 128;
  private static final int MAX_TOP_LOGPROBS = 20;
  private static final int MAX_WEIGHTS = 1_000;

  private final LimitsProperties limits;
  private final RandomGenerator seeds;
  private final JsonMapper json;
  private final PhaseRules phases;

  QuestionRules(
      LimitsProperties limits, RandomGenerator seeds, JsonMapper json, PhaseRules phases) {
    this.limits = limits;
    this.seeds = seeds;
    this.json = json;
    this.phases = phases;
  }

  /** Throws {@link InvalidQuestion}, {@link ModelUnknown} or {@link TierUnavailable}. */
  Question check(EvaluateRequest request) {
    GenerationConfig config =
        request.generationConfig() == null ? GenerationConfig.DEFAULT : request.generationConfig();
    Decoding decoding = decoding(config);
    Faults faults = new Faults();
    checkTexts(request, faults);
    checkDecoding(decoding, faults);
    checkCombiner(request, faults);
    checkShow(request, faults);
    phases.check(request, faults);
    faults.throwIfAny();
    if (!ALIAS.matcher(request.modelPath()).matches()) {
      throw new ModelUnknown();
    }
    if (!request.creditTiers().stream().allMatch(GRADIENT::equals)) {
      throw new TierUnavailable();
    }
    return question(request, decoding);
  }

  private Decoding decoding(GenerationConfig config) {
    return new Decoding(
        config.maxNewTokens() == null ? 160 : clamped(config.maxNewTokens()),
        config.temperature() == null ? 0.7 : config.temperature(),
        config.topP() == null ? 0.9 : config.topP(),
        config.doSample() == null || config.doSample(),
        config.seed() == null ? seeds.nextLong() >>> 11 : config.seed(),
        config.stop());
  }

  /** Keeps what is out of range out of range. */
  private static int clamped(long value) {
    return Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private void checkTexts(EvaluateRequest request, Faults faults) {
    int most = limits.maxPromptCharacters();
    faults.text(request.prompt(), "prompt", most);
    faults.text(request.answer(), "answer", most);
    faults.text(request.systemPromptText(), "system_prompt_text", most);
    faults.text(request.context(), "context", limits.maxContextCharacters());
    faults.text(request.sessionId(), "session_id", MAX_SESSION_CHARACTERS);
  }

  private void checkDecoding(Decoding decoding, Faults faults) {
    faults.require(
        decoding.maxNewTokens() >= 1 && decoding.maxNewTokens() <= limits.maxNewTokens(),
        "generation_config.max_new_tokens",
        "must be from 1 to " + limits.maxNewTokens());
    faults.require(
        decoding.temperature() > 0 && decoding.temperature() <= 100,
        "generation_config.temperature",
        "must be above 0, at most 100; use do_sample false for greedy decoding");
    faults.require(
        decoding.topP() > 0 && decoding.topP() <= 1,
        "generation_config.top_p",
        "must be above 0, at most 1");
    List<String> stops = decoding.stop();
    faults.require(
        stops.size() <= MAX_STOPS, "generation_config.stop", "must have at most 8 strings");
    stops.forEach(stop -> checkStop(stop, faults));
  }

  private static void checkStop(String stop, Faults faults) {
    faults.require(!stop.isEmpty(), "generation_config.stop", "must not hold an empty string");
    if (!stop.isEmpty()) {
      faults.text("x" + stop, "generation_config.stop", MAX_STOP_CHARACTERS + 1);
    }
  }

  private static void checkCombiner(EvaluateRequest request, Faults faults) {
    CombinerConfig combiner = request.combiner();
    if (combiner == null) {
      return;
    }
    faults.require(
        combiner.weights().size() <= MAX_WEIGHTS
            && combiner.weights().stream().allMatch(weight -> weight > 0),
        "combiner.weights",
        "must be numbers above 0, one a specialist");
    boolean gated = combiner.kind() == CombinerSpec.Kind.GATED;
    faults.require(
        gated == (combiner.main() != null),
        "combiner.main",
        "goes with kind gated, and only there");
    Double threshold = combiner.entropyThreshold();
    faults.require(
        gated ? threshold != null && threshold >= 0 : threshold == null,
        "combiner.entropy_threshold",
        "goes with kind gated, and only there; must be at least 0");
  }

  private static void checkShow(EvaluateRequest request, Faults faults) {
    int top = topLogprobs(request);
    faults.require(top >= 0 && top <= MAX_TOP_LOGPROBS, "top_logprobs", "must be from 0 to 20");
    faults.require(
        request.budget() == null || request.budget() >= 1, "budget", "must be at least 1");
  }

  private static int topLogprobs(EvaluateRequest request) {
    return request.topLogprobs() == null ? 0 : clamped(request.topLogprobs());
  }

  private Question question(EvaluateRequest request, Decoding decoding) {
    return new Question(
        new Question.Text(
            request.modelPath(),
            request.systemPromptText(),
            request.context(),
            request.prompt(),
            request.answer()),
        request.sessionId(),
        decoding,
        request.combiner() == null ? null : request.combiner().spec(),
        new Question.Legibility(
            request.certificate() == null ? CertificateMode.SAMPLED : request.certificate(),
            request.routing() == null ? Routing.FULL : request.routing()),
        request.domain(),
        new Question.Show(
            Boolean.TRUE.equals(request.explain()),
            request.budget() == null ? OptionalLong.empty() : OptionalLong.of(request.budget()),
            topLogprobs(request),
            Boolean.TRUE.equals(request.blockAudit())),
        request.release() == null ? Release.PROVISIONAL : request.release(),
        PhaseRules.phases(request),
        hash(request));
  }

  private String hash(EvaluateRequest request) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] canonical = RunRecordHash.canonical(json.writeValueAsString(request));
      return HexFormat.of().formatHex(sha256.digest(canonical));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
