package glassbox.contracts.verdict;

import org.jspecify.annotations.Nullable;

/**
 * A critic that this service runs.
 *
 * @param name what panels call it
 * @param version changes whenever the same answer may get another verdict
 * @param configHash hex SHA-256 of its configuration
 * @param mandatory whether nothing commits without its pass, where no panel is named
 * @param description what it checks
 * @param quarantine why it is kept from voting; null where it is not
 * @param standing whether it votes where no panel is named
 */
public record CriticView(
    String name,
    String version,
    String configHash,
    boolean mandatory,
    String description,
    @Nullable String quarantine,
    boolean standing) {

  /** A critic that votes. */
  public CriticView(
      String name, String version, String configHash, boolean mandatory, String description) {
    this(name, version, configHash, mandatory, description, null, true);
  }
}
