package glassbox.ledger.run;

import glassbox.ledger.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * That a run's content was erased. Its hash is an entry of the log, so an erased content can be
 * told from a lost one. Form: docs/formats/log-v1.md.
 *
 * @param runId the run
 * @param recordHash of the run, hex
 * @param tenant whose run it is
 * @param by name of the key that asked for it
 * @param at when
 */
public record ErasureRecord(UUID runId, String recordHash, String tenant, String by, Instant at) {
  private static final String DOMAIN = "glassbox/erasure/v1";
  private static final Set<String> NAMES =
      Set.of("version", "run_id", "record_hash", "tenant", "by", "at");

  /**
   * Reads a record in any JSON spelling.
   *
   * @throws MalformedJsonException if it is none
   */
  public static ErasureRecord parse(String json) {
    RecordFields fields = RecordFields.read(json, NAMES);
    try {
      return new ErasureRecord(
          UUID.fromString(fields.text("run_id")),
          fields.text("record_hash"),
          fields.text("tenant"),
          fields.text("by"),
          fields.instant("at"));
    } catch (IllegalArgumentException e) {
      throw new MalformedJsonException("run_id is not an id");
    }
  }

  /** The record in its canonical form. */
  public String json() {
    return CanonicalJson.of(
        new Json.Members(
            new TreeMap<>(
                Map.of(
                    "version", new Json.Numeral("1"),
                    "run_id", new Json.Text(runId.toString()),
                    "record_hash", new Json.Text(recordHash),
                    "tenant", new Json.Text(tenant),
                    "by", new Json.Text(by),
                    "at", new Json.Text(at.toString())))));
  }

  /**
   * SHA-256 of {@code "glassbox/erasure/v1" 0x00 canonical}.
   *
   * @param json the record in any JSON spelling
   * @throws MalformedJsonException if it is not JSON
   */
  public static Hash hash(String json) {
    return Hash.of(Digests.sha256(DOMAIN).digest(CanonicalJson.of(json)));
  }

  /** The hash of this record in its canonical form. */
  public Hash hash() {
    return Hash.of(Digests.sha256(DOMAIN).digest(json().getBytes(StandardCharsets.UTF_8)));
  }
}
