package glassbox.lab.world.statement;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.facts.Fact;
import glassbox.lab.world.facts.FactBook;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.task.Split;
import glassbox.lab.world.text.FactText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Draws labelled statements about one world, each truth as often as the others. */
public final class Statements {

  private static final List<Domain> DOMAINS =
      List.of(Domain.GENERAL, Domain.QUANTITIES, Domain.FINANCE, Domain.CLINICAL, Domain.NOTES);
  private static final int MOST_IN_CONTEXT = 3;

  private final FactBook book;

  /** Statements about {@code book}. */
  public Statements(FactBook book) {
    this.book = book;
  }

  /** {@code n} statements of a split, the truths and the domains in turn. */
  public List<Statement> draw(Split split, int n, long seed) {
    var random = new SplittableRandom(seed);
    List<Domain> domains = domainsOf(split);
    int truths = Truth.values().length;
    var drawn = new ArrayList<Statement>();
    for (int i = 0; i < n; i++) {
      Domain domain = domains.get(i / truths % domains.size());
      drawn.add(statement(domain, split, Truth.values()[i % truths], random));
    }
    return drawn;
  }

  /** In a small domain all facts can lie in other splits. */
  private List<Domain> domainsOf(Split split) {
    return DOMAINS.stream()
        .filter(domain -> book.taught(domain).stream().anyMatch(f -> splitOf(f) == split))
        .toList();
  }

  private Statement statement(Domain domain, Split split, Truth truth, SplittableRandom random) {
    List<Fact> facts = book.taught(domain);
    Fact subject = subject(facts, split, random);
    Fact claimed =
        truth == Truth.TRUE || (truth == Truth.UNSUPPORTED && random.nextBoolean())
            ? subject
            : other(subject, random);
    return new Statement(
        domain,
        split,
        truth,
        context(facts, subject, truth != Truth.UNSUPPORTED, random),
        FactText.question(subject, random.nextInt(FactText.PHRASINGS)),
        claimed,
        FactText.statement(claimed),
        claimed.value().equals(subject.value()));
  }

  private static Fact subject(List<Fact> facts, Split split, SplittableRandom random) {
    List<Fact> own = facts.stream().filter(fact -> splitOf(fact) == split).toList();
    return own.get(random.nextInt(own.size()));
  }

  /** Where statements about a fact belong. */
  static Split splitOf(Fact fact) {
    return Split.ofFact(fact.key());
  }

  private static Fact other(Fact fact, SplittableRandom random) {
    List<String> others =
        fact.candidates().stream().filter(text -> !text.equals(fact.value().text())).toList();
    return fact.withValue(others.get(random.nextInt(others.size())));
  }

  private static Phrase context(
      List<Fact> facts, Fact subject, boolean supported, SplittableRandom random) {
    var stated = new ArrayList<Fact>();
    if (supported) {
      stated.add(subject);
    }
    int size = 1 + random.nextInt(MOST_IN_CONTEXT);
    while (stated.size() < size) {
      Fact more = facts.get(random.nextInt(facts.size()));
      if (!more.key().equals(subject.key()) && !stated.contains(more)) {
        stated.add(more);
      }
    }
    Collections.shuffle(stated, new Random(random.nextLong()));
    return Phrase.join(" ", stated.stream().map(FactText::statement).toList());
  }
}
