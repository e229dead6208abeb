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
 * that only restates what was computed is redone where that was computed.
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

  private static Repair of(Transcript transcript, String critic, Finding finding, RepairUnit unit) {
    String text = transcript.text();
    int start = Math.min(finding.start(), text.length());
    int end = Math.min(finding.end(), text.length());
    String passage = text.substring(start, end).strip();
    String diff = passage.isEmpty() ? finding.message() : finding.message() + ": " + passage;
    Field field =
        end > start
            ? field(transcript, start)
            : critic.equals("trace") ? Field.TRACE : Field.COMPUTE;
    return at(transcript, field, start, unit, critic, diff);
  }

  private static Repair at(
      Transcript transcript, Field field, int offset, RepairUnit unit, String critic, String diff) {
    String line = diff.replaceAll("\\s+", " ").strip();
    String clipped = line.length() <= LONGEST_DIFF ? line : line.substring(0, LONGEST_DIFF);
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
