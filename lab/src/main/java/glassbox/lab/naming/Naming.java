package glassbox.lab.naming;

import glassbox.engine.checkpoint.LegibleConfig.AtomName;
import glassbox.engine.training.LegibleReading;
import glassbox.lab.world.label.Concept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Gathers where atoms are active, and then names them. */
public final class Naming {

  /** Least number of held-out tokens an atom must be active at to count as alive. */
  public static final int ALIVE = 10;

  /** Least match of a name that is a concept of the world; below, the atom is named by tokens. */
  public static final double FITS = 0.5;

  private static final int SPELLED = 3;

  private final int atoms;
  private final IntFunction<String> spelling;
  private final List<Half> halves;
  private int examples;

  private record Half(Tokens tokens, List<Activity> activities) {

    static Half of(int atoms) {
      var activities = new ArrayList<Activity>();
      for (int i = 0; i < atoms; i++) {
        activities.add(new Activity());
      }
      return new Half(new Tokens(), activities);
    }
  }

  /**
   * Begins without text.
   *
   * @param layers number of sites
   * @param atoms of each site
   * @param spelling text of a token id
   */
  public Naming(int layers, int atoms, IntFunction<String> spelling) {
    this.atoms = atoms;
    this.spelling = spelling;
    this.halves = List.of(Half.of(layers * atoms), Half.of(layers * atoms));
  }

  /**
   * Adds an example; every second one serves to choose, the others to judge.
   *
   * @param concepts of each of its ids
   */
  public void add(LegibleReading reading, List<Set<Concept>> concepts) {
    Half half = halves.get(examples++ % 2);
    int[] ids = reading.example().ids();
    half.tokens().begin();
    for (int t = 0; t + 1 < ids.length; t++) {
      int token = half.tokens().add(ids[t], concepts.get(t), concepts.get(t + 1));
      for (int layer = 0; layer < reading.codes().size(); layer++) {
        float[] code = reading.codes().get(layer);
        for (int atom = 0; atom < atoms; atom++) {
          float entry = code[t * atoms + atom];
          if (entry > 0) {
            half.activities().get(layer * atoms + atom).add(token, entry);
          }
        }
      }
    }
  }

  /** Names from the text so far. */
  public Named names() {
    var names = new ArrayList<AtomName>();
    int matched = 0;
    for (int index = 0; index < halves.getFirst().activities().size(); index++) {
      Activity chosen = halves.get(0).activities().get(index);
      Activity judged = halves.get(1).activities().get(index);
      if (chosen.size() + judged.size() >= ALIVE) {
        AtomName name = name(index, chosen, judged);
        names.add(name);
        matched += name.source().equals("world") ? 1 : 0;
      }
    }
    return new Named(names, names.size(), matched);
  }

  private AtomName name(int index, Activity chosen, Activity judged) {
    Tokens tokens = halves.get(0).tokens();
    Tokens others = halves.get(1).tokens();
    Optional<Match> match = chosen.size() == 0 ? Optional.empty() : Match.best(chosen, tokens);
    double score = match.map(found -> found.on(judged, others)).orElse(0.0);
    int layer = index / atoms;
    int atom = index % atoms;
    if (match.isPresent() && score >= FITS) {
      Meaning meaning = match.get().meaning();
      String type = meaning.concept().type().id();
      return new AtomName(layer, atom, meaning.label(), type, rounded(score), "world");
    }
    return tokenName(layer, atom, chosen, judged);
  }

  /** By the tokens it is strongest at; the match is their share of its activity elsewhere. */
  private AtomName tokenName(int layer, int atom, Activity chosen, Activity judged) {
    boolean choosable = chosen.size() > 0;
    Map<Integer, Double> strength =
        strength(choosable ? chosen : judged, halves.get(choosable ? 0 : 1).tokens());
    List<Integer> strongest =
        strength.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SPELLED)
            .map(Map.Entry::getKey)
            .toList();
    Map<Integer, Double> elsewhere = strength(judged, halves.get(1).tokens());
    double all = elsewhere.values().stream().mapToDouble(Double::doubleValue).sum();
    double named = strongest.stream().mapToDouble(id -> elsewhere.getOrDefault(id, 0.0)).sum();
    String label =
        strongest.stream()
            .map(id -> "'" + spelling.apply(id) + "'")
            .collect(Collectors.joining(", "));
    return new AtomName(layer, atom, label, "token", all == 0 ? 0 : rounded(named / all), "tokens");
  }

  private static Map<Integer, Double> strength(Activity activity, Tokens tokens) {
    var strength = new LinkedHashMap<Integer, Double>();
    for (int i = 0; i < activity.size(); i++) {
      strength.merge(tokens.id(activity.token(i)), (double) activity.entry(i), Double::sum);
    }
    return strength;
  }

  private static double rounded(double value) {
    return Math.min(1, Math.round(value * 1000) / 1000.0);
  }
}
