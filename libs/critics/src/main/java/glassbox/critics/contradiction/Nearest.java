package glassbox.critics.contradiction;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Material.Document;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.quantity.Quantities;
import glassbox.critics.quantity.StatedQuantity;
import glassbox.critics.text.Sentence;
import glassbox.critics.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of one form, {@code Ost has 5 gates. Elm has 7 gates.}: a short answer is not taken
 * from the one about another thing.
 *
 * <p>Two sentences are of one form where they are equal word by word, the values and the words that
 * tell them apart left out. The answer's is the wrong one where the other holds all words of the
 * question that it holds, and more, and every word that tells the other apart is asked for.
 */
final class Nearest {
  private static final String VALUE = "#";
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}'’-]+|" + VALUE);
  private static final int SHORT = 8;
  private static final int MOST = 200;
  private static final int DIFFERENCES = 4;

  private Nearest() {}

  /** Gives how many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    List<Passage> answers =
        draft.written(Field.ANSWER).stream().filter(p -> !p.text().isBlank()).toList();
    if (answers.size() != 1 || Words.of(answers.getFirst().text()).size() > SHORT) {
      return 0;
    }
    String answer = answers.getFirst().text().strip().replaceAll("[.!]+$", "");
    List<Form> stated = new ArrayList<>();
    for (String text : texts(draft)) {
      Sentence.split(text).stream()
          .filter(sentence -> !sentence.question() && stated.size() < MOST)
          .map(sentence -> Form.of(sentence.text(), answer))
          .forEach(stated::add);
    }
    List<Form> holding = stated.stream().filter(Form::holds).toList();
    if (holding.isEmpty()) {
      return 0;
    }
    Set<String> asked = new HashSet<>(Words.of(draft.prompt()));
    boolean wrong =
        holding.stream()
            .allMatch(
                held ->
                    stated.stream().anyMatch(other -> !other.holds() && other.nearer(held, asked)));
    if (wrong) {
      String why = "what is given says this of something else than the question asks for";
      findings.add(Finding.in(answers.getFirst(), why));
    }
    return 1;
  }

  private static List<String> texts(Draft draft) {
    List<String> texts = new ArrayList<>();
    draft.context().ifPresent(texts::add);
    draft.material().documents().stream().map(Document::text).forEach(texts::add);
    return texts;
  }

  /**
   * A sentence as a form.
   *
   * @param words in order, singular, a mark for each quantity
   * @param holds whether it holds the answer's value
   * @param at where that value begins, in words; the length where it is no run of words
   */
  private record Form(List<String> words, boolean holds, int at) {

    static Form of(String sentence, String answer) {
      List<StatedQuantity> said = Quantities.in(answer);
      List<StatedQuantity> stated = Quantities.in(sentence);
      List<String> words = words(sentence, stated);
      if (!said.isEmpty()) {
        boolean holds = stated.stream().anyMatch(q -> said.stream().anyMatch(s -> same(s, q)));
        return new Form(words, holds, words.size());
      }
      int at = find(words, words(answer, List.of()));
      return new Form(words, at >= 0, at < 0 ? words.size() : at);
    }

    private static boolean same(StatedQuantity said, StatedQuantity stated) {
      return stated.agrees(said) || (said.value() == stated.value() && !said.measured());
    }

    private static List<String> words(String text, List<StatedQuantity> quantities) {
      StringBuilder marked = new StringBuilder(text);
      for (StatedQuantity quantity : quantities.reversed()) {
        marked.replace(quantity.start(), quantity.end(), " " + VALUE + " ");
      }
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(marked);
      while (word.find()) {
        String lower = word.group().toLowerCase(Locale.ROOT);
        words.add(lower.equals(VALUE) ? VALUE : String.join("-", Words.of(lower)));
      }
      return words;
    }

    private static int find(List<String> words, List<String> part) {
      for (int i = 0; !part.isEmpty() && i + part.size() <= words.size(); i++) {
        if (words.subList(i, i + part.size()).equals(part)) {
          return i;
        }
      }
      return -1;
    }

    /** Whether this one, of the same form, says it of what is asked for, and the other does not. */
    boolean nearer(Form held, Set<String> asked) {
      boolean numbers = held.at() == held.words().size();
      int length = held.at();
      if (numbers ? words.size() != length : words.size() <= length || length < 2) {
        return false;
      }
      int apart = 0;
      int strange = 0;
      for (int i = 0; i < length; i++) {
        String mine = words.get(i);
        String other = held.words().get(i);
        if (!mine.equals(other)) {
          apart++;
          strange += asked.contains(other) ? 0 : 1;
          if (!asked.contains(mine) || mine.equals(VALUE) || other.equals(VALUE)) {
            return false;
          }
        }
      }
      return apart > 0 && apart <= DIFFERENCES && strange == apart && apart < length;
    }
  }
}
