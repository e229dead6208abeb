package glassbox.esi.orchestration;

import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.decoding.Decoder;
import glassbox.esi.parameter.ParameterChange;
import glassbox.esi.parameter.Parameters;
import glassbox.esi.scaffold.Scaffold;
import glassbox.esi.scaffold.SlotShares;
import glassbox.esi.volatility.StarchBands;
import glassbox.esi.volatility.Volatility;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * What PREP settles.
 *
 * @param volatility of the task
 * @param window of the model, in tokens
 * @param share of the window that structure may take
 * @param budget the same in tokens
 * @param scaffold within it
 * @param change of the share by volatility; empty where it asks for no more
 */
record Preparation(
    Volatility volatility,
    int window,
    double share,
    int budget,
    Scaffold scaffold,
    Optional<ParameterChange> change) {

  /** Nothing settled. */
  static final Preparation NONE =
      new Preparation(new Volatility(0, 0, 0, 0), 0, 0, 0, Scaffold.NONE, Optional.empty());

  static Preparation of(
      EsiConfiguration configuration,
      DomainProfile profile,
      Parameters parameters,
      RunOrder order,
      Decoder decoder,
      IntSupplier tokens) {
    Volatility volatility =
        configuration.reader().read(text(order), tokens.getAsInt(), order.history());
    double asked = configuration.starch().bands().share(volatility.value());
    double cap = configuration.controllers().starch().cap();
    double share =
        parameters.fixed()
            ? parameters.starch()
            : Math.min(cap, Math.max(parameters.starch(), asked));
    Optional<ParameterChange> change =
        share == parameters.starch()
            ? Optional.empty()
            : Optional.of(
                new ParameterChange(
                    "S", parameters.starch(), share, "volatility", "the task is volatile"));
    int window = decoder.window();
    int budget = configuration.starch().bands().tokens(share, window);
    Scaffold scaffold =
        Scaffold.of(
            profile.template(),
            slots(configuration, parameters, order, volatility.value()).tokens(budget),
            configuration.starch().hints(),
            decoder::count);
    return new Preparation(volatility, window, share, budget, scaffold, change);
  }

  /** What is to be answered: its length is a part of its volatility. */
  static String text(RunOrder order) {
    return order.prompt() + order.context().map(context -> "\n" + context).orElse("");
  }

  /** The scaffold where it is the same however volatile the task is. */
  static Optional<Scaffold> known(
      EsiConfiguration configuration, Parameters parameters, int window) {
    StarchBands bands = configuration.starch().bands();
    double lowest = bands.bands().stream().mapToDouble(StarchBands.Band::share).min().orElse(0);
    double least =
        parameters.fixed()
            ? parameters.starch()
            : Math.min(
                configuration.controllers().starch().cap(), Math.max(parameters.starch(), lowest));
    return configuration.starch().hints() || bands.tokens(least, window) == 0
        ? Optional.empty()
        : Optional.of(Scaffold.MARKERS);
  }

  /** The same under another share, with markers alone. */
  Preparation with(EsiConfiguration configuration, double other) {
    int tokens = configuration.starch().bands().tokens(other, window);
    Scaffold bare = tokens == 0 ? Scaffold.NONE : Scaffold.MARKERS;
    return new Preparation(volatility, window, other, tokens, bare, Optional.empty());
  }

  /** Volatile tasks, and tasks among many kinds, lean on evidence. */
  private static SlotShares slots(
      EsiConfiguration configuration, Parameters parameters, RunOrder order, double volatility) {
    boolean leaning =
        order.diversity() == RunOrder.Diversity.HIGH || configuration.starch().high(volatility);
    double shift = configuration.starch().volatileShift();
    return leaning ? parameters.slots().planToTrace(shift) : parameters.slots();
  }
}
