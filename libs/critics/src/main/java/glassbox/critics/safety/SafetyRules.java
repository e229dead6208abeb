package glassbox.critics.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A set of rules with the text that it was read from.
 *
 * @param rules in order
 * @param text as read, for the configuration hash
 */
public record SafetyRules(List<SafetyRule> rules, String text) {
  private static final String SHIPPED = "/glassbox/critics/safety/rules-v1.txt";

  public SafetyRules {
    rules = List.copyOf(rules);
  }

  /** The rules that ship. */
  public static SafetyRules shipped() {
    try (InputStream in = SafetyRules.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("no " + SHIPPED);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return parse(String.join("\n", reader.lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads rules: a line each, {@code id; domains; pattern; message}, domains apart by blanks. Empty
   * lines and lines that begin with {@code #} are skipped.
   *
   * @throws IllegalArgumentException naming the line that is no rule
   */
  public static SafetyRules parse(String text) {
    List<SafetyRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        SafetyRule rule = rule(line, number);
        if (!ids.add(rule.id())) {
          throw new IllegalArgumentException("line " + number + ": " + rule.id() + " comes twice");
        }
        rules.add(rule);
      }
    }
    return new SafetyRules(rules, text);
  }

  private static SafetyRule rule(String line, int number) {
    List<String> parts = Arrays.stream(line.split(";", 4)).map(String::strip).toList();
    if (parts.size() != 4 || parts.stream().anyMatch(String::isEmpty)) {
      throw new IllegalArgumentException(
          "line " + number + " is not: id; domains; pattern; message");
    }
    try {
      Pattern pattern =
          Pattern.compile(parts.get(2), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
      return new SafetyRule(
          parts.get(0), Set.of(parts.get(1).split("\\s+")), pattern, parts.get(3));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
    }
  }
}
