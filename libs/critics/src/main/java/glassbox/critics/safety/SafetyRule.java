package glassbox.critics.safety;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pattern that an answer of some domains must not hold.
 *
 * @param id what findings name
 * @param domains where it holds; {@code *} for all
 * @param pattern looked for in each sentence that denies nothing
 * @param message what is wrong
 */
public record SafetyRule(String id, Set<String> domains, Pattern pattern, String message) {
  public SafetyRule {
    domains = Set.copyOf(domains);
  }

  boolean holdsIn(String domain) {
    return domains.contains("*") || domains.contains(domain);
  }
}
