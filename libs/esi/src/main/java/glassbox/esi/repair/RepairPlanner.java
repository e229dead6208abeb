package glassbox.esi.repair;

import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.esi.config.RepairUnit;
import glassbox.esi.field.Field;
import glassbox.esi.judging.Ballot;
import glassbox.esi.judging.Ruling;
import glassbox.esi.run.Block;
import glassbox.esi.transcript.Passage;
import glassbox.esi.transcript.Transcript;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds what to redo. The first objection counts, of a mandatory critic before others. An answer
 * that only restates what was computed is redone where that was computed. Where a mandatory critic
 * objects to [Given] nothing that was written can stay.
 */
public final class RepairPlanner {

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final int LONGEST_DIFF = 160;

  private RepairPlanner() {}

  /** The repair of a field that a pass did not write. */
  public static Repair missing(Transcript transcript, Field field) {
    return new Repair(
        Block.of(field.marker()),
        transcript.before(field).map().tokens(),
        "gate",
        "the pass did not write " + field.marker());
  }

  /** The repair that a ruling asks for; the transcript must not be empty. */
  public static Repair plan(Transcript transcript, Ruling ruling, RepairUnit unit) {
    Optional<Ballot> ballot =
        ruling.ballots().stream()
            .filter(each -> !each.quarantined() && each.verdict() instanceof Verdict.Flagged)
            .min(Comparator.comparing(each -> !each.mandatory()));
    if (ballot.isEmpty()) {
      String diff = String.join("; ", ruling.reasons());
      return at(
          transcript, ruling.unsupported() ? Field.TRACE : Field.COMPUTE, -1, unit, "gate", diff);
    }
    Finding finding = ((Verdict.Flagged) ballot.get().verdict()).findings().getFirst();
    return of(transcript, ballot.get().critic(), finding, unit);
  }

  /** A new generation, where a mandatory critic objects to what stands in [Given]. */
  public static Optional<Repair> given(Transcript transcript, Ruling ruling) {
    for (Ballot ballot : ruling.ballots()) {
      boolean counts = ballot.mandatory() && !ballot.quarantined();
      if (counts && ballot.verdict() instanceof Verdict.Flagged flagged) {
        Optional<Finding> objection =
            flagged.findings().stream()
                .filter(finding -> isOfGiven(transcript, finding))
                .findFirst();
        if (objection.isPresent()) {
          String diff = diff(transcript, objection.get());
          return Optional.of(
              new Repair(Block.of(Field.GIVEN.marker()), 0, ballot.critic(), clipped(diff)));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isOfGiven(Transcript transcript, Finding finding) {
    return transcript.map().has(Field.GIVEN)
        && finding.end() > finding.start()
        && finding.start() < transcript.text().length()
        && field(transcript, finding.start()) == Field.GIVEN;
  }

  private static Repair of(Transcript transcript, String critic, Finding finding, RepairUnit unit) {
    int length = transcript.text().length();
    int start = Math.min(finding.start(), length);
    Field field =
        Math.min(finding.end(), length) > start
            ? field(transcript, start)
            : critic.equals("trace") ? Field.TRACE : Field.COMPUTE;
    return at(transcript, field, start, unit, critic, diff(transcript, finding));
  }

  private static String diff(Transcript transcript, Finding finding) {
    String text = transcript.text();
    int start = Math.min(finding.start(), text.length());
    int end = Math.min(finding.end(), text.length());
    String passage = text.substring(start, end).strip();
    return passage.isEmpty() ? finding.message() : finding.message() + ": " + passage;
  }

  private static String clipped(String diff) {
    String line = diff.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_DIFF ? line : line.substring(0, LONGEST_DIFF);
  }

  private static Repair at(
      Transcript transcript, Field field, int offset, RepairUnit unit, String critic, String diff) {
    String clipped = clipped(diff);
    boolean computed = transcript.map().body(Field.COMPUTE).findAny().isPresent();
    if (computed && field == Field.COMPUTE && offset >= 0 && within(transcript, offset)) {
      var found = new BlockFinder(transcript).at(token(transcript, offset), unit);
      return new Repair(found.name(), found.from(), critic, clipped);
    }
    if (computed && field == Field.ANSWER && restates(transcript)) {
      var found = new BlockFinder(transcript).ofLastResult(unit);
      return new Repair(found.name(), found.from(), critic, clipped);
    }
    Field redone = writable(transcript, field);
    return new Repair(
        Block.of(redone.marker()), transcript.before(redone).map().tokens(), critic, clipped);
  }

  /** [Given] is read-only: an objection to it is met where the work begins. */
  private static Field writable(Transcript transcript, Field field) {
    if (!transcript.map().has(field)) {
      return transcript.map().has(Field.COMPUTE) ? Field.COMPUTE : Field.ANSWER;
    }
    return field == Field.GIVEN ? Field.COMPUTE : field;
  }

  private static boolean within(Transcript transcript, int offset) {
    return field(transcript, offset) == Field.COMPUTE
        && transcript.map().body(Field.COMPUTE).anyMatch(t -> t == token(transcript, offset));
  }

  private static Field field(Transcript transcript, int offset) {
    Field field = Field.ANSWER;
    for (Passage passage : transcript.passages()) {
      if (offset >= passage.start()) {
        field = passage.field();
      }
    }
    return field;
  }

  private static int token(Transcript transcript, int offset) {
    int token = 0;
    while (token + 1 < transcript.entries().size() && transcript.offset(token + 1) <= offset) {
      token++;
    }
    return token;
  }

  /** Whether the answer has numbers, and all of them stand in [Compute]. */
  private static boolean restates(Transcript transcript) {
    Set<String> answer = numbers(transcript.text(Field.ANSWER));
    return !answer.isEmpty() && numbers(transcript.text(Field.COMPUTE)).containsAll(answer);
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
