package glassbox.critics.tool.argument;

import glassbox.critics.text.Sentence;
import glassbox.critics.text.Words;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is quoted: it stands in what was given; it is the text that the question asks for, where it
 * gives one; and no other sentence is nearer to the question.
 */
final class Quoting {
  private static final Pattern ASKS =
      Pattern.compile("(?i)\\b(?:quot(?:e|es|ed|ation|ations)|verbatim|word for word)\\b");
  private static final Pattern MARKED = Pattern.compile("[\"“«]([^\"“”«»]{3,2000})[\"”»]");
  private static final Pattern COLON = Pattern.compile(":\\s+(\\S.*)$", Pattern.DOTALL);
  private static final Pattern POINTS =
      Pattern.compile("(?i)\\b(?:it|he|she|they|him|them|its|his|her|their|this|these|those)\\b");
  private static final int FEWEST = 2;

  private Quoting() {}

  static Optional<String> problem(String quote, Sources sources) {
    if (!sources.hold(quote)) {
      return Optional.of("the text stands nowhere in what was given: it is not found");
    }
    Optional<String> asked = asked(sources.prompt());
    if (asked.isPresent()) {
      return Words.plain(asked.get()).equals(Words.plain(quote))
          ? Optional.empty()
          : Optional.of("the question asks for another text");
    }
    return nearer(quote, sources)
        ? Optional.of("another sentence says more of what is asked")
        : Optional.empty();
  }

  /** The text that a question gives to be looked up. */
  private static Optional<String> asked(String prompt) {
    if (!ASKS.matcher(prompt).find()) {
      return Optional.empty();
    }
    Matcher marked = MARKED.matcher(prompt);
    Matcher after = COLON.matcher(prompt);
    Optional<String> text =
        marked.find()
            ? Optional.of(marked.group(1))
            : after.find() ? Optional.of(after.group(1)) : Optional.empty();
    return text.filter(words -> Words.of(words).size() >= FEWEST);
  }

  /**
   * Whether another sentence shares with the question all that this one does, and more. A quote
   * that points back ({@code Ann found it.}) may say it of anything.
   */
  private static boolean nearer(String quote, Sources sources) {
    if (POINTS.matcher(quote).find()) {
      return false;
    }
    Set<String> question = Words.content(sources.prompt());
    Set<String> shared = shared(quote, question);
    for (Sentence sentence : Sentence.split(sources.text())) {
      Set<String> other = shared(sentence.text(), question);
      boolean asks = sentence.question() || Words.hold(sources.prompt(), sentence.text());
      if (!asks && other.size() > shared.size() && other.containsAll(shared)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> shared(String text, Set<String> question) {
    Set<String> words = new HashSet<>(Words.content(text));
    words.retainAll(question);
    return words;
  }
}
