package glassbox.critics.contradiction;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.contradiction.Comparatives.Degree;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.text.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Orders that question and context state ({@code Ann is taller than Bo}) against those that the
 * answer states: chains such as {@code Ann > Bo > Cy}, and the one thing that a superlative asks
 * for. What the stated order leaves open, or states both ways, is let be.
 */
final class Ranking {
  private static final String NAME =
      "(\\p{Lu}[\\p{L}\\p{Nd}'’-]*(?: \\p{Lu}[\\p{L}\\p{Nd}'’-]*){0,3})";
  private static final Pattern STATED =
      Pattern.compile(
          NAME
              + " (?:\\p{L}+ )?(?:much |far |even |a bit |a little |slightly |clearly )?"
              + "((?:more|less) \\p{L}+|\\p{L}+er|worse|better) than "
              + NAME);
  private static final Pattern ASKED =
      Pattern.compile("(?i)\\bthe ((?:most|least)" + " \\p{L}+|\\p{L}+est|best|worst)\\b");
  private static final Pattern CHAIN =
      Pattern.compile(NAME + "(?: ?([><]) ?" + NAME + ")(?: ?\\2 ?" + NAME + "){0,10}");
  private static final Pattern SUPPOSED =
      Pattern.compile("(?i)\\b(?:if|unless|suppose|imagine|whether|not|never)\\b");
  private static final int MOST = 60;

  private final Map<String, Set<String>> below = new HashMap<>();
  private final Set<String> things = new LinkedHashSet<>();
  private Optional<String> scale = Optional.empty();
  private boolean named = true;
  private boolean open;

  private Ranking() {}

  /** Checks the answer's side; gives how many checks were made. */
  static int check(Draft draft, List<Finding> findings) {
    Ranking ranking = new Ranking();
    ranking.read(draft.prompt());
    draft.context().ifPresent(ranking::read);
    if (ranking.open || ranking.things.size() > MOST || !ranking.close()) {
      return 0;
    }
    int checks = 0;
    for (Passage passage : draft.written()) {
      checks += ranking.chains(passage, findings);
    }
    return checks + ranking.extreme(draft, findings);
  }

  private void read(String text) {
    for (Sentence sentence : Sentence.split(text)) {
      if (!SUPPOSED.matcher(sentence.text()).find() && !sentence.question()) {
        STATED.matcher(sentence.text()).results().forEach(this::state);
      }
    }
  }

  private void state(MatchResult stated) {
    Optional<Degree> degree = Comparatives.comparative(stated.group(2));
    if (degree.isEmpty()) {
      return;
    }
    open |= scale.isPresent() && !scale.get().equals(degree.get().scale());
    scale = Optional.of(degree.get().scale());
    named &= degree.get().named();
    boolean first = degree.get().more();
    String more = first ? stated.group(1) : stated.group(3);
    String less = first ? stated.group(3) : stated.group(1);
    things.add(more);
    things.add(less);
    below.computeIfAbsent(more, key -> new HashSet<>()).add(less);
  }

  /** Follows the order through; false where there is none, or it runs in a circle. */
  private boolean close() {
    for (String middle : things) {
      for (String top : things) {
        if (below(top).contains(middle)) {
          below.computeIfAbsent(top, key -> new HashSet<>()).addAll(below(middle));
        }
      }
    }
    return !things.isEmpty() && things.stream().noneMatch(thing -> below(thing).contains(thing));
  }

  private Set<String> below(String thing) {
    return below.getOrDefault(thing, Set.of());
  }

  private int chains(Passage passage, List<Finding> findings) {
    int checks = 0;
    Matcher chain = CHAIN.matcher(passage.text());
    while (chain.find()) {
      String sign = chain.group(2);
      List<String> ranked = new ArrayList<>();
      for (String thing : chain.group().split(sign)) {
        ranked.add(thing.strip());
      }
      if (!things.containsAll(ranked)) {
        continue;
      }
      checks++;
      boolean falling = sign.equals(">");
      boolean holds = holds(ranked, falling) || (!named && holds(ranked, !falling));
      if (!holds) {
        String why = "the stated order does not say this";
        findings.add(Finding.in(passage, why, chain.start(), chain.end()));
      }
    }
    return checks;
  }

  private boolean holds(List<String> ranked, boolean falling) {
    for (int i = 0; i + 1 < ranked.size(); i++) {
      String more = ranked.get(falling ? i : i + 1);
      String less = ranked.get(falling ? i + 1 : i);
      if (!below(more).contains(less)) {
        return false;
      }
    }
    return true;
  }

  /** The thing that the question's superlative asks for, where the order tells. */
  private int extreme(Draft draft, List<Finding> findings) {
    List<MatchResult> asked = ASKED.matcher(draft.prompt()).results().toList();
    Optional<Degree> degree =
        asked.size() == 1 ? Comparatives.superlative(asked.getFirst().group(1)) : Optional.empty();
    if (degree.isEmpty() || !scale.equals(Optional.of(degree.get().scale()))) {
      return 0;
    }
    Optional<String> right = extreme(degree.get().more());
    List<Passage> answers =
        draft.written(Field.ANSWER).stream().filter(p -> !p.text().isBlank()).toList();
    if (right.isEmpty() || answers.isEmpty()) {
      return 0;
    }
    Passage answer = answers.getLast();
    List<String> said = things.stream().filter(thing -> names(answer.text(), thing)).toList();
    if (said.size() == 1 && !said.equals(List.of(right.get()))) {
      String why = "by the stated order it is not " + said.getFirst();
      findings.add(Finding.in(answer, why));
    }
    return said.size() == 1 ? 1 : 0;
  }

  private Optional<String> extreme(boolean most) {
    return things.stream()
        .filter(
            thing ->
                things.stream()
                    .filter(other -> !other.equals(thing))
                    .allMatch(
                        other ->
                            most ? below(thing).contains(other) : below(other).contains(thing)))
        .findFirst();
  }

  private static boolean names(String text, String thing) {
    return Pattern.compile("(?<![\\p{L}\\p{Nd}])" + Pattern.quote(thing) + "(?![\\p{L}\\p{Nd}])")
        .matcher(text)
        .find();
  }
}
