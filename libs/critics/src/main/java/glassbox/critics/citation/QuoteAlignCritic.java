package glassbox.critics.citation;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.Material.Document;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether each quotation of three words or more stands in what it cites, or, where its sentence
 * cites nothing that resolves, in any document, fragment or the context.
 */
public final class QuoteAlignCritic implements Critic {
  private static final int MOST = 200;
  private static final int AFTER = 80;
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "quote-align", "1", "quotations stand in what they cite", Map.of("least_words", 3));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft draft) {
    List<String> sources = sources(draft);
    if (sources.isEmpty()) {
      return new Verdict.Unavailable("neither documents, fragments nor a context were given");
    }
    Library library = Library.of(draft);
    List<Alignment> all = sources.stream().map(Alignment::new).toList();
    List<Finding> findings = new ArrayList<>();
    int checks = 0;
    for (Passage passage : draft.written(Field.COMPUTE, Field.TRACE, Field.ANSWER)) {
      List<Citation> citations = Citations.in(passage.text());
      for (Quotation quotation : Quotation.in(passage.text())) {
        if (checks == MOST) {
          return Verdict.of(checks, findings);
        }
        checks++;
        Optional<String> cited = cited(passage.text(), quotation, citations, library);
        boolean holds =
            cited
                .map(text -> new Alignment(text).holds(quotation.text()))
                .orElseGet(() -> all.stream().anyMatch(a -> a.holds(quotation.text())));
        if (!holds) {
          String where = cited.isPresent() ? "what it cites" : "any source";
          findings.add(Finding.in(passage, "not in " + where, quotation.start(), quotation.end()));
        }
      }
    }
    return Verdict.of(checks, findings);
  }

  private static List<String> sources(Draft draft) {
    List<String> sources = new ArrayList<>();
    draft.material().documents().stream().map(Document::text).forEach(sources::add);
    draft.context().ifPresent(sources::add);
    draft.fragments().stream().map(Fragment::output).forEach(sources::add);
    return sources;
  }

  /** The text of the nearest citation that resolves: shortly after, else before in the sentence. */
  private static Optional<String> cited(
      String text, Quotation quotation, List<Citation> citations, Library library) {
    Optional<Citation> after =
        citations.stream()
            .filter(c -> c.start() >= quotation.end() && c.start() <= quotation.end() + AFTER)
            .filter(c -> !text.substring(quotation.end(), c.start()).contains("\n"))
            .findFirst();
    Optional<Citation> nearest =
        after.or(
            () ->
                citations.stream()
                    .filter(c -> c.end() <= quotation.start())
                    .filter(c -> sentence(text.substring(c.end(), quotation.start())))
                    .reduce((first, second) -> second));
    return nearest.flatMap(library::resolve);
  }

  private static boolean sentence(String between) {
    return between.length() <= AFTER * 3 && Sentence.split(between + "x").size() <= 1;
  }
}
