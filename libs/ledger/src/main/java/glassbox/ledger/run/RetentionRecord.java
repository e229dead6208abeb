package glassbox.ledger.run;

import glassbox.ledger.merkle.CompactRange;
import glassbox.ledger.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * That a month of runs was dropped, and which entries of the log were theirs. Its own hash is an
 * entry of the log; a run that is gone and that no such record names was taken away. Form:
 * docs/formats/log-v1.md.
 *
 * @param month of the runs' ids, UTC
 * @param entries places of the dropped runs, rising, no two ranges touching
 * @param root RFC 6962 root over the leaf hashes of these entries, in their order; anyone can
 *     compute it again from the log's tiles
 * @param reason why, for people
 * @param at when
 */
public record RetentionRecord(
    YearMonth month, List<Range> entries, Hash root, String reason, Instant at) {
  private static final String DOMAIN = "glassbox/retention/v1";
  private static final Set<String> NAMES =
      Set.of("version", "month", "runs", "entries", "root", "reason", "at");

  /** Places from the first to the last, both included. */
  public record Range(long first, long last) {
    public Range {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException("a range ends before it begins");
      }
    }
  }

  public RetentionRecord {
    entries = List.copyOf(entries);
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).first() <= entries.get(i - 1).last() + 1) {
        throw new IllegalArgumentException("the ranges do not rise, or touch");
      }
    }
  }

  /** Puts a record together, entry by entry, by rising index. */
  public static final class Builder {
    private final List<Range> ranges = new ArrayList<>();
    private final CompactRange leaves = CompactRange.empty();

    /** Adds the entry of a dropped run. */
    public void add(long index, Hash leafHash) {
      if (!ranges.isEmpty() && ranges.getLast().last() == index - 1) {
        ranges.set(ranges.size() - 1, new Range(ranges.getLast().first(), index));
      } else {
        ranges.add(new Range(index, index));
      }
      leaves.append(leafHash);
    }

    /** Number of runs so far. */
    public long runs() {
      return leaves.size();
    }

    /** The record of what was added. */
    public RetentionRecord build(YearMonth month, String reason, Instant at) {
      return new RetentionRecord(month, ranges, leaves.head().rootHash(), reason, at);
    }
  }

  /** Number of dropped runs. */
  public long runs() {
    return entries.stream().mapToLong(range -> range.last() - range.first() + 1).sum();
  }

  /** Whether the entry at an index is of a dropped run. */
  public boolean covers(long index) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Range range = entries.get(middle);
      if (index < range.first()) {
        high = middle - 1;
      } else if (index > range.last()) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads a record in any JSON spelling.
   *
   * @throws MalformedJsonException if it is none
   */
  public static RetentionRecord parse(String json) {
    RecordFields fields = RecordFields.read(json, NAMES);
    try {
      RetentionRecord record =
          new RetentionRecord(
              YearMonth.parse(fields.text("month")),
              fields.elements("entries").stream().map(RetentionRecord::range).toList(),
              Hash.ofHex(fields.text("root")),
              fields.text("reason"),
              fields.instant("at"));
      if (record.runs() != fields.integer("runs")) {
        throw new MalformedJsonException("runs is not the number of entries");
      }
      return record;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedJsonException("not a retention record: " + e.getMessage());
    }
  }

  private static Range range(Json value) {
    if (value instanceof Json.Elements pair && pair.values().size() == 2) {
      return new Range(
          RecordFields.integer(pair.values().get(0)), RecordFields.integer(pair.values().get(1)));
    }
    throw new MalformedJsonException("a range is not two numbers");
  }

  /** The record in its canonical form. */
  public String json() {
    return CanonicalJson.of(
        new Json.Members(
            new TreeMap<>(
                Map.of(
                    "version", new Json.Numeral("1"),
                    "month", new Json.Text(month.toString()),
                    "runs", number(runs()),
                    "entries", new Json.Elements(entries.stream().map(this::json).toList()),
                    "root", new Json.Text(root.hex()),
                    "reason", new Json.Text(reason),
                    "at", new Json.Text(at.toString())))));
  }

  private Json json(Range range) {
    return new Json.Elements(List.of(number(range.first()), number(range.last())));
  }

  private static Json number(long value) {
    return new Json.Numeral(Long.toString(value));
  }

  /**
   * SHA-256 of {@code "glassbox/retention/v1" 0x00 canonical}.
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
