package glassbox.ledger.block;

import java.util.regex.Pattern;

/**
 * A specialist by alias and digest.
 *
 * @param id registry alias, 1 to 255 UTF-8 bytes
 * @param digest lower-case hex SHA-256 over the model's files
 */
public record SpecialistRef(String id, String digest) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  public SpecialistRef {
    if (id.isEmpty() || !Utf8.fits(id, 255)) {
      throw new IllegalArgumentException("id must be well-formed text of 1 to 255 UTF-8 bytes");
    }
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("digest must be 64 lower-case hexadecimal digits");
    }
  }
}
