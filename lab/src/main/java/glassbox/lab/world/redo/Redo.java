package glassbox.lab.world.redo;

import glassbox.esi.repair.RepairPrompt;
import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.text.Words;
import glassbox.lab.world.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes texts of repairs from worked tasks. */
public final class Redo {

  private static final int TRIES = 4;
  private static final Pattern MARK =
      Pattern.compile(String.join("|", DemoTokens.ALL.stream().map(Pattern::quote).toList()));
  private final Tools tools;
  private final Slip slip;
  private final Review review = new Review();

  /**
   * @param book names to take one thing for another
   * @param tools that mistaken calls run on
   * @param seed of the slips
   */
  public Redo(FactBook book, Tools tools, long seed) {
    this.tools = tools;
    this.slip = new Slip(book, new SplittableRandom(seed));
  }

  /**
   * The repair of one mistake in a task's answer; none where no slip was objected to.
   *
   * @param put the question in other words
   */
  public Optional<LabelledText> of(Instance task, UnaryOperator<Phrase> put) {
    Optional<String> context = task.context().map(Phrase::text);
    for (int i = 0; i < TRIES; i++) {
      Optional<Attempt> attempt = slip.in(task).map(text -> Attempt.run(text, tools, context));
      Optional<Review.Objection> objection = attempt.flatMap(made -> review.of(task, made));
      if (attempt.isPresent() && objection.isPresent()) {
        return Optional.of(text(task, put, attempt.get(), objection.get()));
      }
    }
    return Optional.empty();
  }

  private static LabelledText text(
      Instance task, UnaryOperator<Phrase> put, Attempt attempt, Review.Objection objection) {
    Phrase prompt = Words.line(put.apply(task.prompt()), "\n", RepairPrompt.of(objection.repair()));
    String gold = task.answer().text();
    String kept = objection.kept();
    Phrase answer =
        kept.isEmpty()
            ? Phrase.join(
                Phrase.of(DemoTokens.GIVEN).given(),
                anew(gold.substring(DemoTokens.GIVEN.length()), attempt.calls().size(), List.of()))
            : Phrase.join(
                Phrase.of(kept).given(),
                anew(
                    gold.substring(sameMark(gold, kept)), attempt.calls().size(), listed(attempt)));
    return LabelledText.dialogue(task.domain(), task.context(), prompt, answer);
  }

  /** What the server lists of an attempt that was kept in part. */
  private static List<String> listed(Attempt attempt) {
    return attempt.calls().stream()
        .filter(call -> !call.failed())
        .map(call -> call.id() + " " + call.tool())
        .toList();
  }

  /** Where an answer is as far as the kept beginning of another attempt at it. */
  private static int sameMark(String gold, String kept) {
    List<MatchResult> marks = MARK.matcher(kept).results().toList();
    List<MatchResult> golds = MARK.matcher(gold).results().toList();
    boolean behind = marks.getLast().end() == kept.length();
    return behind ? golds.get(marks.size() - 1).end() : golds.get(marks.size()).start();
  }

  /**
   * The rest as it is written after the first attempt: ids go on.
   *
   * @param issued ids before
   * @param listed what the server lists in [Trace], and writes; of nothing the model writes it
   */
  private static Phrase anew(String rest, int issued, List<String> listed) {
    var pieces = new ArrayList<Phrase>();
    var entries = new ArrayList<>(listed);
    int next = issued;
    int at = 0;
    for (int call = rest.indexOf(DemoTokens.CALL);
        call >= 0;
        call = rest.indexOf(DemoTokens.CALL, at)) {
      int result = rest.indexOf(DemoTokens.RESULT, call);
      int done = rest.indexOf(DemoTokens.DONE, result) + DemoTokens.DONE.length();
      String id = "t" + ++next;
      pieces.add(Phrase.of(rest.substring(at, result)));
      pieces.add(
          Phrase.of(rest.substring(result, done).replaceFirst(" t\\d+(?=<)", " " + id)).given());
      entries.add(id + " " + rest.substring(call + DemoTokens.CALL.length(), result).split(" ")[0]);
      at = done;
    }
    int trace = rest.indexOf(DemoTokens.TRACE, at);
    int answer = rest.indexOf(DemoTokens.ANSWER_FIELD, at);
    pieces.add(Phrase.of(rest.substring(at, trace)));
    String list = entries.isEmpty() ? "given" : String.join("; ", entries);
    Phrase field = Phrase.of(DemoTokens.TRACE + " " + list);
    pieces.add(listed.isEmpty() ? field : field.given());
    pieces.add(Phrase.of(rest.substring(answer)));
    return Phrase.join(pieces);
  }
}
