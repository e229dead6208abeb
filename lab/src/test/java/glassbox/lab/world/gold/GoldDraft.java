package glassbox.lab.world.gold;

import glassbox.critics.Claim;
import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material;
import glassbox.critics.field.Field;
import glassbox.critics.field.Role;
import glassbox.critics.field.Stretch;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.task.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a worked answer into the draft that a run would show its critics. */
final class GoldDraft {

  private static final Pattern PART =
      Pattern.compile(
          "(\\[(Given|Plan|Compute|Checks|Trace|Answer)])"
              + "|(<\\|call\\|>(\\w+) (.*?))(<\\|result\\|>(.*?) (t\\d+)<\\|done\\|>)",
          Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("\\bt\\d+\\b");

  private final List<Stretch> stretches = new ArrayList<>();
  private final List<Fragment> fragments = new ArrayList<>();
  private final String text;
  private Field field = Field.GIVEN;

  private GoldDraft(String text) {
    this.text = text;
  }

  /** A worked task with its gold answer. */
  static Draft of(Instance task) {
    return of(
        task.domain().id(),
        task.context().map(Phrase::text),
        task.prompt().text(),
        task.answer().text());
  }

  /** A transcript with markers; its calls gave what it says. */
  static Draft of(String domain, Optional<String> context, String prompt, String answer) {
    var gold = new GoldDraft(answer);
    gold.fragments.add(given("g1", "prompt", prompt));
    context.ifPresent(words -> gold.fragments.add(given("g2", "context", words)));
    String trace = gold.read();
    List<String> supports = new ArrayList<>();
    if (trace.contains("given")) {
      gold.fragments.stream().filter(f -> f.input().isEmpty()).forEach(f -> supports.add(f.id()));
    }
    ID.matcher(trace).results().forEach(id -> supports.add(id.group()));
    String said = gold.said(Field.ANSWER);
    List<Claim> claims = List.of(new Claim("c1", said, supports));
    return new Draft(
        prompt, context, answer, gold.fragments, claims, gold.stretches, domain, Material.NONE);
  }

  private String read() {
    Matcher part = PART.matcher(text);
    int at = 0;
    while (part.find()) {
      add(Role.TEXT, at, part.start());
      if (part.group(1) == null) {
        add(Role.CALL, part.start(3), part.end(3));
        add(Role.RESULT, part.start(6), part.end(6));
        fragments.add(Fragment.call(part.group(8), part.group(4), part.group(5), part.group(7)));
      } else {
        field = Field.valueOf(part.group(2).toUpperCase(Locale.ROOT));
        add(Role.MARKER, part.start(), part.end());
      }
      at = part.end();
    }
    add(Role.TEXT, at, text.length());
    return said(Field.TRACE);
  }

  private void add(Role role, int start, int end) {
    if (end > start) {
      stretches.add(new Stretch(field, role, start, end));
    }
  }

  private String said(Field of) {
    var said = new StringBuilder();
    stretches.stream()
        .filter(stretch -> stretch.field() == of && stretch.role() == Role.TEXT)
        .forEach(stretch -> said.append(text, stretch.start(), stretch.end()));
    return said.toString().strip();
  }

  private static Fragment given(String id, String source, String words) {
    return new Fragment(id, "given", source, words);
  }
}
