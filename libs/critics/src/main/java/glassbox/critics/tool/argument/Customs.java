package glassbox.critics.tool.argument;

import glassbox.critics.quantity.Figures;
import glassbox.critics.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers that need no source: powers of ten, and what a word of the texts brings with it, such as
 * 24 and 60 with hours, 2 with half, the count of terms with their mean.
 */
public final class Customs {
  private static final Pattern PERCENT =
      Pattern.compile("(?i)%|\\bper ?cent\\b|\\bpercentages?\\b");
  private static final Set<Double> ALWAYS = Set.of(0d, 1d, 10d, 100d, 1e3, 1e4, 1e5, 1e6, 1e9);
  private static final Map<Double, Set<String>> CUES = new HashMap<>();
  private static final Set<String> MEAN = Set.of("mean", "average", "averaged");
  private static final double HUNDRED = 100;

  static {
    String clock = "hour h hr hourly minute min second sec";
    cue("day daily hour h hr hourly", 24);
    cue(clock, 60, 3600);
    cue("day daily second sec", 86_400);
    cue("week weekly day daily", 7);
    cue("week weekly year yearly annual annually", 52);
    cue("month monthly year yearly annual annually dozen noon hour feet foot inch inche", 12);
    cue("year yearly annual annually day daily", 365, 366);
    cue("month monthly", 30);
    cue("quarter quarterly", 4, .25);
    cue(
        "half halve halved halving twice double doubled pair couple both triangle rectangle"
            + " perimeter radius diameter square squared return round",
        2,
        .5);
    cue("triple tripled thrice third cube cubed sphere", 3);
    cue("circle circumference radius diameter sphere", 3.14, 3.1416, 3.14159, 3.141592653589793);
    cue("angle degree circle triangle", 90, 180, 360);
    cue("fahrenheit celsius", 5, 9, 32, 1.8);
  }

  private final Figures allowed = new Figures();

  private Customs() {}

  /** The customs of what stands in a call's sources. */
  public static Customs of(Sources sources) {
    Customs customs = new Customs();
    ALWAYS.forEach(customs.allowed::add);
    Set<String> words = new HashSet<>(Words.of(sources.text()));
    CUES.forEach(
        (number, cues) -> {
          if (cues.stream().anyMatch(words::contains)) {
            customs.allowed.add(number);
          }
        });
    if (MEAN.stream().anyMatch(words::contains)) {
      customs.allowed.add(Figures.written(sources.prompt()).size());
    }
    if (PERCENT.matcher(sources.text()).find()) {
      sources.figures().values().forEach(customs::share);
    }
    return customs;
  }

  public boolean hold(String number) {
    return allowed.holdWritten(number);
  }

  private void share(double percent) {
    allowed.add(percent / HUNDRED);
    allowed.add(1 + percent / HUNDRED);
    allowed.add(1 - percent / HUNDRED);
    allowed.add(HUNDRED + percent);
    allowed.add(HUNDRED - percent);
  }

  private static void cue(String words, double... numbers) {
    for (double number : numbers) {
      CUES.computeIfAbsent(number, key -> new HashSet<>()).addAll(Words.of(words));
    }
  }
}
