package glassbox.lab.world.redo;

import glassbox.critics.Critic;
import glassbox.critics.Draft;
import glassbox.critics.Material;
import glassbox.critics.Verdict;
import glassbox.critics.contradiction.ContradictionCritic;
import glassbox.critics.contradiction.ContradictionSettings;
import glassbox.critics.contradiction.RuleEntailment;
import glassbox.critics.field.Field;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import glassbox.critics.tool.ArgsCritic;
import glassbox.critics.units.UnitsCritic;
import glassbox.esi.config.ConfigurationReader;
import glassbox.esi.config.DomainProfile;
import glassbox.esi.config.EsiConfiguration;
import glassbox.esi.decoding.Token;
import glassbox.esi.judging.Ballot;
import glassbox.esi.judging.Phase;
import glassbox.esi.judging.Ruling;
import glassbox.esi.repair.Repair;
import glassbox.esi.repair.RepairPlanner;
import glassbox.esi.run.Stage;
import glassbox.esi.transcript.Entry;
import glassbox.esi.transcript.Placement;
import glassbox.esi.transcript.Transcript;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.task.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Has the critics that need no machine of their own judge an attempt, as a run has them. */
final class Review {

  private static final Pattern PIECE =
      Pattern.compile(
          String.join("|", DemoTokens.ALL.stream().map(Pattern::quote).toList())
              + "|\\s*[^\\s<\\[]+|[\\s\\S]");

  private final EsiConfiguration configuration = ConfigurationReader.shipped();
  private final List<Critic> critics =
      List.of(
          new UnitsCritic(),
          new ContradictionCritic(new RuleEntailment(), ContradictionSettings.DEFAULT),
          new ArgsCritic());

  /**
   * What a run would do about an attempt.
   *
   * @param repair the plan
   * @param kept what stays of the attempt's text
   */
  record Objection(Repair repair, String kept) {}

  /** The first objection to an attempt; none where all critics that judge it pass it. */
  Optional<Objection> of(Instance task, Attempt attempt) {
    DomainProfile profile = configuration.domain(task.domain().id());
    Transcript transcript = transcript(attempt.text());
    Draft draft =
        new Draft(
            task.prompt().text(),
            task.context().map(phrase -> phrase.text()),
            transcript.text(),
            attempt.calls(),
            List.of(),
            stretches(transcript),
            profile.name(),
            Material.NONE);
    List<Ballot> ballots =
        profile.critics().stream()
            .flatMap(name -> critics.stream().filter(c -> c.identity().name().equals(name)))
            .map(critic -> ballot(critic, profile, draft))
            .toList();
    if (ballots.stream().noneMatch(ballot -> ballot.verdict() instanceof Verdict.Flagged)) {
      return Optional.empty();
    }
    Ruling ruling =
        new Ruling(
            Phase.CHECKS,
            Ruling.Outcome.SHUT,
            ballots,
            0,
            Optional.empty(),
            false,
            List.of("a critic objects"));
    Repair repair =
        RepairPlanner.given(transcript, ruling)
            .orElseGet(() -> RepairPlanner.plan(transcript, ruling, profile.repair()));
    return Optional.of(new Objection(repair, transcript.upTo(repair.kept()).text()));
  }

  private static Ballot ballot(Critic critic, DomainProfile profile, Draft draft) {
    var identity = critic.identity();
    return new Ballot(
        identity.name(),
        identity.version(),
        identity.configHash(),
        profile.mandatory().contains(identity.name()),
        false,
        critic.judge(draft));
  }

  private static Transcript transcript(String text) {
    Placement placement = Placement.behind(Transcript.EMPTY, Stage.DRAFT);
    var entries = new ArrayList<Entry>();
    boolean given = false;
    for (String piece : PIECE.matcher(text).results().map(match -> match.group()).toList()) {
      boolean special = DemoTokens.ALL.contains(piece);
      given |= piece.equals(DemoTokens.RESULT);
      boolean forced = given || (special && !piece.equals(DemoTokens.CALL));
      entries.add(placement.next(new Token(0, piece, special, forced, 0, 0, 0, List.of())));
      given &= !piece.equals(DemoTokens.DONE);
    }
    return Transcript.EMPTY.with(entries);
  }

  private static List<Stretch> stretches(Transcript transcript) {
    return transcript.passages().stream()
        .map(
            passage ->
                new Stretch(
                    Field.valueOf(passage.field().name()),
                    Role.valueOf(passage.role().name()),
                    passage.start(),
                    passage.end()))
        .toList();
  }
}
