package glassbox.gateway.records;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A record in the spool, as its file's name tells: order, run and tenant. */
record SpoolEntry(long order, UUID runId, String tenant, long bytes) {
  private static final Pattern NAME =
      Pattern.compile("([0-9]{19})_([0-9a-f-]{36})_([a-z0-9-]+)\\.json");

  static Optional<SpoolEntry> of(String fileName, long bytes) {
    Matcher name = NAME.matcher(fileName);
    return name.matches()
        ? Optional.of(
            new SpoolEntry(
                Long.parseLong(name.group(1)),
                UUID.fromString(name.group(2)),
                name.group(3),
                bytes))
        : Optional.empty();
  }

  String fileName() {
    return "%019d_%s_%s.json".formatted(order, runId, tenant);
  }
}
