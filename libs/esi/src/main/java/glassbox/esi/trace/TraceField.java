package glassbox.esi.trace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads and writes the text of the [Trace] field: {@code t1 calculator; t2 convert}. */
public final class TraceField {

  private static final Pattern ID =
      Pattern.compile("(?<![\\p{L}\\d_])[tg]\\d{1,6}(?![\\p{L}\\d_])");
  private static final Pattern GIVEN =
      Pattern.compile("(?<![\\p{L}\\d_])given(?![\\p{L}\\d_])", Pattern.CASE_INSENSITIVE);

  private TraceField() {}

  /** Ids that it names, each once, in order; the word "given" names all that was given. */
  public static List<String> named(String text, Trace trace) {
    Set<String> ids =
        ID.matcher(text)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (GIVEN.matcher(text).find()) {
      trace.given().forEach(fragment -> ids.add(fragment.id()));
    }
    return List.copyOf(ids);
  }

  /**
   * The text that keeps what was written and adds what stands in the answer's side.
   *
   * @param written ids of an earlier text; those that were never issued are dropped
   * @param standing ids whose results stand in [Compute] now
   * @return empty where there is nothing to list
   */
  public static Optional<String> listing(Trace trace, List<String> written, List<String> standing) {
    Set<String> ids = new LinkedHashSet<>(written);
    ids.addAll(standing);
    var entries = new ArrayList<String>();
    for (String id : ids) {
      trace
          .fragment(id)
          .filter(fragment -> !fragment.kind().equals(Trace.ERROR))
          .ifPresent(
              fragment ->
                  entries.add(
                      fragment.kind().equals(Trace.GIVEN) ? "given" : id + " " + fragment.tool()));
    }
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(entries.stream().distinct().collect(Collectors.joining("; ")));
  }
}
