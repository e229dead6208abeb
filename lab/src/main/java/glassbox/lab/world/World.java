package glassbox.lab.world;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The demo world drawn from one seed: the same seed gives the same text, word for word. */
public final class World {

  private static final int UNSURE_DRAWS = 2_000;
  private static final int CONTEXT_DRAWS = 3_000;
  private static final int MAX_PROSE = 400;

  private final Map<Domain, DomainText> texts = new EnumMap<>(Domain.class);

  private World() {}

  /** Draws a world. */
  public static World of(long seed) {
    var world = new World();
    for (Domain domain : Domain.values()) {
      var random = new SplittableRandom(seed * 31 + domain.ordinal());
      world.texts.put(domain, text(domain, FactBook.facts(domain, random), random));
    }
    return world;
  }

  /** The text of one domain. */
  public DomainText text(Domain domain) {
    DomainText text = texts.get(domain);
    if (text == null) {
      throw new IllegalStateException("the world has no " + domain);
    }
    return text;
  }

  /** Labelled training text of one domain, in a fixed order; empty where the domain has none. */
  public List<LabelledText> reading(Domain domain, Reading reading) {
    DomainText text = text(domain);
    return switch (reading) {
      case DIRECT -> labelled(text.train());
      case UNSURE -> labelled(text.unsure());
      case IN_CONTEXT -> labelled(text.inContext());
      case PROSE ->
          text.prose().stream().map(prose -> LabelledText.prose(domain, Phrase.of(prose))).toList();
      case WORKED, WORKED_UNSURE -> List.of();
    };
  }

  private static List<LabelledText> labelled(List<Dialogue> dialogues) {
    return dialogues.stream()
        .map(
            dialogue ->
                LabelledText.dialogue(
                    dialogue.domain(),
                    Optional.ofNullable(dialogue.context()).map(Phrase::of),
                    Phrase.of(dialogue.question()),
                    Phrase.of(dialogue.answer())))
        .toList();
  }

  /** Every string a tokenizer should know, training text only. */
  public List<String> trainingStrings() {
    var strings = new ArrayList<String>();
    for (DomainText text : texts.values()) {
      strings.addAll(text.prose());
      for (List<Dialogue> dialogues : List.of(text.train(), text.inContext())) {
        for (Dialogue dialogue : dialogues) {
          strings.add(dialogue.question());
          strings.add(dialogue.answer());
        }
      }
    }
    return strings;
  }

  private static DomainText text(Domain domain, List<Fact> facts, RandomGenerator random) {
    Set<String> heldOut = heldOut(facts, random);
    var train = new ArrayList<Dialogue>();
    var validation = new ArrayList<Dialogue>();
    for (Fact fact : facts) {
      for (String question : fact.questions()) {
        (heldOut.contains(question) ? validation : train)
            .add(new Dialogue(domain, null, question, fact.answer()));
      }
    }
    List<String> prose = prose(facts, heldOut, random);
    return new DomainText(
        domain,
        train,
        unsure(domain, facts, heldOut, random),
        inContext(domain, facts, heldOut, random),
        prose,
        validation);
  }

  private static List<String> prose(List<Fact> facts, Set<String> heldOut, RandomGenerator random) {
    var statements = new ArrayList<String>();
    for (Fact fact : facts) {
      boolean known = !heldOut.containsAll(fact.questions());
      if (known && random.nextInt(facts.size()) < MAX_PROSE) {
        statements.add(fact.answer());
      }
    }
    return statements;
  }

  /**
   * Questions kept for validation. A computed fact is held out whole in one case of ten: it can be
   * worked out. A drawn fact loses one phrasing in every second case: its value must be readable
   * somewhere.
   */
  private static Set<String> heldOut(List<Fact> facts, RandomGenerator random) {
    var heldOut = new LinkedHashSet<String>();
    int index = 0;
    for (Fact fact : facts) {
      boolean computed = fact.domain() == Domain.QUANTITIES || fact.questions().size() < 3;
      if (computed && random.nextInt(10) == 0) {
        heldOut.addAll(fact.questions());
      } else if (!computed && index % 2 == 0) {
        heldOut.add(fact.questions().get(index / 2 % fact.questions().size()));
      }
      index++;
    }
    return heldOut;
  }

  private static List<Dialogue> unsure(
      Domain domain, List<Fact> facts, Set<String> heldOut, RandomGenerator random) {
    if (domain == Domain.GENERAL || facts.isEmpty()) {
      return List.of();
    }
    var dialogues = new ArrayList<Dialogue>();
    while (dialogues.size() < UNSURE_DRAWS) {
      Fact fact = pick(facts, random);
      String question = pick(fact.questions(), random);
      if (!heldOut.contains(question)) {
        String answer = fact.answer(pick(fact.candidates(), random));
        dialogues.add(new Dialogue(domain, null, question, answer));
      }
    }
    return dialogues;
  }

  private static List<Dialogue> inContext(
      Domain domain, List<Fact> facts, Set<String> heldOut, RandomGenerator random) {
    List<Fact> drawn = facts.stream().filter(fact -> fact.questions().size() == 3).toList();
    if (drawn.isEmpty()) {
      return List.of();
    }
    var dialogues = new ArrayList<Dialogue>();
    while (dialogues.size() < CONTEXT_DRAWS) {
      Fact fact = pick(drawn, random);
      Fact other = pick(drawn, random);
      String question = pick(fact.questions(), random);
      if (!heldOut.contains(question)) {
        String answer = fact.answer(pick(fact.candidates(), random));
        String distractor = other.answer(pick(other.candidates(), random));
        dialogues.add(
            new Dialogue(
                domain, context(fact, answer, other, distractor, random), question, answer));
      }
    }
    return dialogues;
  }

  private static String context(
      Fact fact, String answer, Fact other, String distractor, RandomGenerator random) {
    if (fact.equals(other) || random.nextBoolean()) {
      return answer;
    }
    return random.nextBoolean() ? answer + " " + distractor : distractor + " " + answer;
  }

  private static <T> T pick(List<T> items, RandomGenerator random) {
    return items.get(random.nextInt(items.size()));
  }
}
