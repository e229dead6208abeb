package glassbox.critics.citation;

import glassbox.critics.Critic;
import glassbox.critics.CriticIdentity;
import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Verdict;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether each citation names a document that was supplied or a fragment that was issued. */
public final class CiteResolveCritic implements Critic {
  private static final CriticIdentity IDENTITY =
      CriticIdentity.of(
          "cite-resolve", "1", "citations name supplied documents", Map.of("fragments", true));

  @Override
  public CriticIdentity identity() {
    return IDENTITY;
  }

  @Override
  public Verdict judge(Draft draft) {
    if (draft.material().documents().isEmpty() && draft.fragments().isEmpty()) {
      return new Verdict.Unavailable("neither documents nor fragments were given");
    }
    Library library = Library.of(draft);
    List<Finding> findings = new ArrayList<>();
    int checks = 0;
    for (Passage passage : draft.written(Field.COMPUTE, Field.TRACE, Field.ANSWER)) {
      for (Citation citation : Citations.in(passage.text())) {
        checks++;
        if (library.resolve(citation).isEmpty()) {
          String problem = "no document is called " + citation.key();
          findings.add(Finding.in(passage, problem, citation.start(), citation.end()));
        }
      }
    }
    return Verdict.of(checks, findings);
  }
}
