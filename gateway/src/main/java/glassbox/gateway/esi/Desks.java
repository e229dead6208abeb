package glassbox.gateway.esi;

import glassbox.contracts.generation.Generation;
import glassbox.contracts.generation.ModelDigest;
import glassbox.contracts.specialist.FederationView;
import glassbox.esi.config.ToolRules;
import glassbox.esi.orchestration.Ports;
import glassbox.gateway.downstream.Critics;
import glassbox.gateway.downstream.Inference;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import org.springframework.stereotype.Component;

/** Sets up desks: the services, bound to one order. */
@Component
final class Desks {
  private final Inference inference;
  private final Critics critics;
  private final Toolboxes tools;
  private final Clock clock;
  private final ExecutorService background;

  Desks(
      Inference inference,
      Critics critics,
      Toolboxes tools,
      Clock clock,
      ExecutorService downstreamCalls) {
    this.inference = inference;
    this.critics = critics;
    this.tools = tools;
    this.clock = clock;
    this.background = downstreamCalls;
  }

  Desk of(EsiOrder order, FederationView federation, ToolRules rules) {
    PassDecoder decoder = new PassDecoder(inference, order, federation, background);
    RemotePanel panel =
        new RemotePanel(critics, order.choice().material(), () -> specialists(decoder));
    return new Desk(decoder, panel, new Ports(decoder, panel, tools.of(order, rules), clock));
  }

  private static List<ModelDigest> specialists(PassDecoder decoder) {
    List<Generation> passes = decoder.generations();
    return passes.isEmpty() ? List.of() : passes.getLast().specialists();
  }
}
