package glassbox.esi.orchestration;

import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.decoding.Decoder;
import glassbox.esi.decoding.DecoderException;
import glassbox.esi.heat.HeatSchedule;
import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.scaffold.Scaffold;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Settles how much structure a run has. The task's tokens are counted while the outline is decoded,
 * where its scaffold is the same whatever comes of it.
 */
final class PreparationDesk {

  private final EsiConfiguration configuration;
  private final DomainProfile profile;
  private final Parameters parameters;
  private final RunOrder order;
  private final Decoder decoder;
  private final Sheet sheet;
  private final RunLog log;
  private @Nullable IntSupplier counting;
  private Preparation settled = Preparation.NONE;

  PreparationDesk(
      EsiConfiguration configuration,
      DomainProfile profile,
      Parameters parameters,
      RunOrder order,
      Decoder decoder,
      Sheet sheet,
      RunLog log) {
    this.configuration = configuration;
    this.profile = profile;
    this.parameters = parameters;
    this.order = order;
    this.decoder = decoder;
    this.sheet = sheet;
    this.log = log;
  }

  /** What is settled so far. */
  Preparation settled() {
    return settled;
  }

  /** Has the tokens counted, and puts a scaffold in place. */
  void begin() {
    counting = decoder.counting(Preparation.text(order));
    Optional<Scaffold> known = Preparation.known(configuration, parameters, decoder.window());
    known.ifPresentOrElse(scaffold -> sheet.scaffold = scaffold, this::settle);
  }

  /**
   * Settles what is not settled yet; nothing may be drafted before.
   *
   * @throws DecoderException when the tokens cannot be told
   */
  void settle() {
    if (counting != null) {
      IntSupplier counted = counting;
      counting = null;
      settled = Preparation.of(configuration, profile, parameters, order, decoder, counted);
      settled.change().ifPresent(log::changed);
      sheet.scaffold = settled.scaffold();
    }
  }

  /** A run that broke off in its outline says all the same how volatile its task was. */
  void settleAtLast() {
    try {
      settle();
    } catch (DecoderException e) {
      settled = Preparation.NONE;
    }
  }

  /** What was not begun yet goes on cool and with little structure. */
  void fallBack() {
    settleAtLast();
    var fallback = configuration.fallback();
    String why = "the latency cap is over";
    double before = sheet.schedule.draft().temperature();
    sheet.schedule = HeatSchedule.flat(fallback.heat());
    log.changed(new ParameterChange("T1", before, fallback.heat().temperature(), "fallback", why));
    double share = settled.share();
    if (sheet.transcript.entries().isEmpty() && share > fallback.starch()) {
      settled = settled.with(configuration, fallback.starch());
      sheet.scaffold = settled.scaffold();
      log.changed(new ParameterChange("S", share, fallback.starch(), "fallback", why));
    }
  }
}
