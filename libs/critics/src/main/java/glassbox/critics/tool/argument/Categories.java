package glassbox.critics.tool.argument;

import glassbox.critics.text.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that a question implies without saying them: {@code when} asks for a date. */
final class Categories {
  private static final List<Category> ALL =
      List.of(
          category(
              "when day date time hour minute week month year long until weekday schedule",
              "date time day hour when weekday deadline schedule"),
          category(
              "where place town city location locate find put located based room",
              "place location where town city room address"),
          category("who whom whose person", "person name who owner author"),
          category(
              "many much number count cost price total",
              "count number amount quantity price cost total"),
          category("why reason against", "reason cause purpose remedy"),
          category("mean define explain meaning definition", "meaning definition term"));

  private Categories() {}

  private record Category(Set<String> cues, Set<String> words) {}

  /** Whether a question implies a word. */
  static boolean imply(String question, String word) {
    Set<String> asked = new HashSet<>(Words.of(question));
    List<String> said = new ArrayList<>(Words.of(word));
    return ALL.stream()
        .filter(category -> category.cues().stream().anyMatch(asked::contains))
        .anyMatch(category -> category.words().containsAll(said));
  }

  private static Category category(String cues, String words) {
    return new Category(Set.copyOf(Words.of(cues)), Set.copyOf(Words.of(words)));
  }
}
