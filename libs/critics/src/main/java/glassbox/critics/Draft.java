package glassbox.critics;

import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import glassbox.critics.text.Intrusions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer with everything it may rest on.
 *
 * @param prompt the question
 * @param context what the answer should rest on, if anything was given
 * @param answer the text judged, with all its fields; offsets of findings are UTF-16 offsets into
 *     it
 * @param fragments evidence that this server issued
 * @param claims claims with the evidence they name; empty when the run keeps no trace
 * @param stretches which part of the answer is which field, in order and without overlap; empty for
 *     an answer without a scaffold
 * @param domain what kind of task it is, such as {@code code}; chooses rules
 * @param material what domain critics judge against
 */
public record Draft(
    String prompt,
    Optional<String> context,
    String answer,
    List<Fragment> fragments,
    List<Claim> claims,
    List<Stretch> stretches,
    String domain,
    Material material) {

  private static final String GENERAL = "general";

  /** A result ends with the id that was issued for it, and perhaps a mark. */
  private static final Pattern RESULT_ID =
      Pattern.compile("([\\p{L}\\p{N}#:._-]{1,64})\\s*(?:<\\|\\w{1,16}\\|>)?\\s*$");

  public Draft {
    fragments = List.copyOf(fragments);
    claims = List.copyOf(claims);
    stretches = List.copyOf(stretches);
    int at = 0;
    for (Stretch stretch : stretches) {
      if (stretch.start() < at || stretch.end() > answer.length()) {
        throw new IllegalArgumentException("stretches overlap or leave the answer");
      }
      at = stretch.end();
    }
  }

  /** A draft without fields and material. */
  public Draft(
      String prompt,
      Optional<String> context,
      String answer,
      List<Fragment> fragments,
      List<Claim> claims) {
    this(prompt, context, answer, fragments, claims, List.of(), GENERAL, Material.NONE);
  }

  /** A draft with neither context nor trace. */
  public static Draft of(String prompt, String answer) {
    return new Draft(prompt, Optional.empty(), answer, List.of(), List.of());
  }

  /** The draft with fields. */
  public Draft withStretches(List<Stretch> fields) {
    return new Draft(prompt, context, answer, fragments, claims, fields, domain, material);
  }

  /** The draft with material. */
  public Draft withMaterial(Material other) {
    return new Draft(prompt, context, answer, fragments, claims, stretches, domain, other);
  }

  /** The draft as one of a domain. */
  public Draft withDomain(String name) {
    return new Draft(prompt, context, answer, fragments, claims, stretches, name, material);
  }

  /** The draft with evidence. */
  public Draft withFragments(List<Fragment> evidence) {
    return new Draft(prompt, context, answer, evidence, claims, stretches, domain, material);
  }

  /**
   * The draft for critics that take what was given at its word: without what poses as something
   * else in question, context, documents and in the evidence that quotes them. Such evidence has no
   * hash any more; all offsets stay.
   */
  public Draft guarded() {
    return new Draft(
        Intrusions.without(prompt),
        context.map(Intrusions::without),
        answer,
        fragments.stream().map(Draft::guarded).toList(),
        claims,
        stretches,
        domain,
        material.guarded());
  }

  private static Fragment guarded(Fragment fragment) {
    return fragment.input().isPresent() || !Intrusions.in(fragment.output())
        ? fragment
        : new Fragment(
            fragment.id(), fragment.kind(), fragment.tool(), Intrusions.without(fragment.output()));
  }

  /** What the model wrote, piece by piece; the whole answer where no fields were recorded. */
  public List<Passage> written() {
    return passages(Role.TEXT, EnumSet.allOf(Field.class));
  }

  /** What the model wrote in some fields; the whole answer where no fields were recorded. */
  public List<Passage> written(Field first, Field... more) {
    return passages(Role.TEXT, EnumSet.of(first, more));
  }

  /** The tool calls that the model wrote; empty where no fields were recorded. */
  public List<Passage> calls() {
    return stretches.isEmpty() ? List.of() : passages(Role.CALL, EnumSet.allOf(Field.class));
  }

  /**
   * The evidence without calls that a repair replaced: of those no result stands in the answer. All
   * of it where no result was recorded.
   */
  public List<Fragment> standing() {
    Set<String> ids =
        stretches.isEmpty()
            ? Set.of()
            : passages(Role.RESULT, EnumSet.allOf(Field.class)).stream()
                .map(passage -> RESULT_ID.matcher(passage.text()))
                .filter(Matcher::find)
                .map(id -> id.group(1))
                .collect(Collectors.toSet());
    return ids.isEmpty()
        ? fragments
        : fragments.stream().filter(f -> f.input().isEmpty() || ids.contains(f.id())).toList();
  }

  private List<Passage> passages(Role role, Set<Field> fields) {
    if (stretches.isEmpty()) {
      return List.of(new Passage(Field.ANSWER, answer, 0));
    }
    return stretches.stream()
        .filter(stretch -> stretch.role() == role && fields.contains(stretch.field()))
        .map(s -> new Passage(s.field(), answer.substring(s.start(), s.end()), s.start()))
        .toList();
  }
}
