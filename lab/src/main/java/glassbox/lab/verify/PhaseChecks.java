package glassbox.lab.verify;

import glassbox.lab.verify.VerdictArithmetic.Said;
import glassbox.lab.verify.VerdictArithmetic.Vote;
import glassbox.ledger.block.TokenBlock;
import glassbox.ledger.block.TokenEntry;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Recomputes what a record says of a course through phases: passes, rulings, decision. */
final class PhaseChecks {
  private static final double TOLERANCE = 1e-9;

  private final Envelope envelope;
  private final JsonNode esi;
  private final List<Finding> wrong = new ArrayList<>();

  private PhaseChecks(Envelope envelope, JsonNode esi) {
    this.envelope = envelope;
    this.esi = esi;
  }

  static CheckResult check(Envelope envelope, JsonNode esi, List<TokenBlock> blocks) {
    PhaseChecks checks = new PhaseChecks(envelope, esi);
    try {
      checks.passes(blocks);
      int rulings = checks.rulings();
      checks.volatility();
      checks.decision();
      checks.wrong.addAll(AgentChecks.wrong(esi));
      return CheckResult.of(
          Check.PHASES,
          checks.wrong,
          "%d passes are blocks, %d rulings follow from their votes, decision %s",
          blocks.size(),
          rulings,
          envelope.decision());
    } catch (Envelope.Unreadable e) {
      return CheckResult.wrong(
          Check.PHASES, "the course through phases: %s", String.valueOf(e.getMessage()));
    }
  }

  /** The bars that a record carries, else those given. */
  static Bars bars(Envelope envelope, Bars given) {
    if (envelope.esi().isEmpty()) {
      return given;
    }
    JsonNode bars = envelope.esi().get().path("bars");
    return new Bars(
        bar(bars, "csa"), bar(bars, "chi"), given.collapse(), given.loop(), given.contradiction());
  }

  private static double bar(JsonNode bars, String name) {
    double bar = Envelope.number(bars, name);
    if (!(bar >= 0 && bar <= 1)) {
      throw new Envelope.Unreadable("a bar is not in [0, 1]");
    }
    return bar;
  }

  /** A run may fail though its critics would commit it: for want of evidence, of time. */
  static boolean stricter(Envelope envelope) {
    return envelope.decision().equals("provisional")
        && envelope.esi().filter(esi -> esi.has("failure")).isPresent();
  }

  private void passes(List<TokenBlock> blocks) {
    JsonNode passes = Envelope.array(esi, "passes");
    if (passes.size() != envelope.blocks().size()) {
      wrong.add(Finding.of("%d passes, %d blocks", passes.size(), envelope.blocks().size()));
      return;
    }
    for (int i = 0; i < passes.size(); i++) {
      JsonNode pass = passes.get(i);
      int number = Envelope.integer(pass, "number");
      Envelope.BlockName name = envelope.blocks().get(i);
      if (number != name.pass() || !Envelope.text(pass, "block").equals(name.hash())) {
        wrong.add(Finding.inPass(number, "it names another block than the record"));
      }
      blocks.stream()
          .filter(block -> block.pass() == number)
          .forEach(block -> counted(pass, block));
    }
  }

  private void counted(JsonNode pass, TokenBlock block) {
    long forced = block.tokens().stream().filter(TokenEntry::forced).count();
    if (Envelope.integer(pass, "forced") != forced
        || Envelope.integer(pass, "drawn") != block.tokens().size() - forced) {
      wrong.add(Finding.inPass(block.pass(), "its block has other tokens than it counts"));
    }
  }

  /** Those of every agent. */
  private int rulings() {
    Bars bars = bars(envelope, Bars.DEFAULT);
    int rulings = rulings(esi, bars);
    for (JsonNode other : esi.at("/agents/others")) {
      rulings += rulings(other, bars);
    }
    return rulings;
  }

  private int rulings(JsonNode course, Bars bars) {
    JsonNode judgements = Envelope.array(course, "judgements");
    judgements.forEach(judgement -> ruling(judgement, bars));
    return judgements.size();
  }

  private void ruling(JsonNode judgement, Bars bars) {
    List<Vote> votes = new ArrayList<>();
    boolean kept = false;
    for (JsonNode ballot : Envelope.array(judgement, "ballots")) {
      if (!ballot.path("quarantined").asBoolean(false)) {
        votes.add(vote(ballot));
      } else {
        kept |= ballot.path("mandatory").asBoolean(false);
      }
    }
    double csa = VerdictArithmetic.csa(votes);
    if (Math.abs(csa - Envelope.number(judgement, "csa")) > TOLERANCE) {
      wrong.add(Finding.of("a ruling's CSA is not %.4g, that of its votes", csa));
    }
    double chi = judgement.has("chi") ? chi(judgement.get("chi")) : Double.NaN;
    boolean answer = Envelope.text(judgement, "phase").equals("answer");
    boolean mayOpen =
        !kept
            && votes.stream().anyMatch(VerdictArithmetic::cast)
            && votes.stream().filter(Vote::mandatory).allMatch(v -> v.said() == Said.PASSED)
            && (!answer || (csa >= bars.csa() && chi <= bars.chi()));
    if (judgement.path("open").asBoolean(false) && !mayOpen) {
      wrong.add(Finding.of("a ruling opened the gate, and its votes do not"));
    }
  }

  private static Vote vote(JsonNode ballot) {
    Said said =
        switch (Envelope.text(ballot, "outcome")) {
          case "passed" -> Said.PASSED;
          case "flagged" -> Said.FLAGGED;
          case "unavailable" -> Said.UNAVAILABLE;
          default -> throw new Envelope.Unreadable("an outcome that no critic has");
        };
    return new Vote(
        Envelope.text(ballot, "critic"),
        said,
        ballot.path("mandatory").asBoolean(false),
        Envelope.integer(ballot, "checks"),
        Envelope.integer(ballot, "findings"));
  }

  private double chi(JsonNode chi) {
    double value = Envelope.number(chi, "value");
    double sum =
        Envelope.number(chi, "collapse")
            + Envelope.number(chi, "loop")
            + Envelope.number(chi, "contradiction");
    if (Math.abs(value - Math.clamp(sum, 0, 1)) > TOLERANCE) {
      wrong.add(Finding.of("a ruling's chi is not the sum of its parts"));
    }
    return value;
  }

  private void volatility() {
    JsonNode v = esi.path("volatility");
    double sum =
        .35 * Envelope.number(v, "length")
            + .25 * Envelope.number(v, "symbols")
            + .25 * Envelope.number(v, "ambiguity")
            + .15 * Envelope.number(v, "history");
    if (Math.abs(Envelope.number(v, "value") - sum) > TOLERANCE) {
      wrong.add(Finding.of("the volatility is not the weighted sum of its parts"));
    }
  }

  /** Committed exactly where the last ruling was on the answer, and opened. */
  private void decision() {
    boolean opened = AgentChecks.opened(esi).isPresent();
    boolean committed = envelope.decision().equals("committed");
    if (committed && (!opened || esi.has("failure"))) {
      wrong.add(Finding.of("the run is committed, and no ruling on its answer says so"));
    }
    if (!committed && opened && !esi.has("failure")) {
      wrong.add(Finding.of("the gate opened without a failure, and the run is not committed"));
    }
  }
}
