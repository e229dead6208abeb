package glassbox.engine.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Parses and checks the JSON header of a safetensors file: every tensor's bytes lie in the file,
 * match its type and shape, and together cover the data without holes or overlaps.
 */
final class SafeTensorsHeader {
  /** Element sizes of every type the format knows, readable by us or not. */
  private static final Map<String, Integer> BYTES =
      Map.ofEntries(
          Map.entry("F64", 8),
          Map.entry("F32", 4),
          Map.entry("F16", 2),
          Map.entry("BF16", 2),
          Map.entry("I64", 8),
          Map.entry("I32", 4),
          Map.entry("I16", 2),
          Map.entry("I8", 1),
          Map.entry("U64", 8),
          Map.entry("U32", 4),
          Map.entry("U16", 2),
          Map.entry("U8", 1),
          Map.entry("BOOL", 1),
          Map.entry("F8_E4M3", 1),
          Map.entry("F8_E5M2", 1));

  private SafeTensorsHeader() {}

  /**
   * @param json the header's bytes
   * @param dataBytes how many bytes follow the header
   */
  static Map<String, TensorEntry> parse(Path file, byte[] json, long dataBytes) {
    JsonNode header = Json.parseObject(file, json);
    Map<String, TensorEntry> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : header.properties()) {
      if (property.getKey().equals("__metadata__")) {
        checkMetadata(file, property.getValue());
      } else {
        TensorEntry entry = entry(file, property.getKey(), property.getValue());
        checkSize(file, entry, dataBytes);
        entries.put(entry.name(), entry);
      }
    }
    checkCover(file, entries.values(), dataBytes);
    return entries;
  }

  private static void checkMetadata(Path file, JsonNode metadata) {
    boolean strings =
        metadata.isObject()
            && metadata.properties().stream().allMatch(entry -> entry.getValue().isString());
    if (!strings) {
      throw CheckpointException.of(file, "__metadata__ is not a map of strings");
    }
  }

  private static TensorEntry entry(Path file, String name, JsonNode node) {
    JsonNode dtype = node.path("dtype");
    if (!dtype.isString()) {
      throw CheckpointException.field(file, name + ".dtype", dtype, "not a string");
    }
    List<Long> shape = naturals(file, name + ".shape", node.path("shape"));
    List<Long> offsets = naturals(file, name + ".data_offsets", node.path("data_offsets"));
    if (offsets.size() != 2) {
      throw CheckpointException.field(file, name + ".data_offsets", offsets, "not a pair");
    }
    return new TensorEntry(name, dtype.stringValue(), shape, offsets.get(0), offsets.get(1));
  }

  private static List<Long> naturals(Path file, String field, JsonNode node) {
    if (!node.isArray()) {
      throw CheckpointException.field(file, field, node, "not a list of numbers");
    }
    List<Long> values = new ArrayList<>();
    for (JsonNode item : node) {
      if (!item.isIntegralNumber() || !item.canConvertToLong() || item.longValue() < 0) {
        throw CheckpointException.field(file, field, node, "not a list of natural numbers");
      }
      values.add(item.longValue());
    }
    return values;
  }

  private static void checkSize(Path file, TensorEntry entry, long dataBytes) {
    Integer bytes = BYTES.get(entry.tag());
    if (bytes == null) {
      throw CheckpointException.field(
          file, entry.name() + ".dtype", entry.tag(), "not a type of the safetensors format");
    }
    String offsets = "[" + entry.begin() + ", " + entry.end() + "]";
    if (entry.begin() > entry.end() || entry.end() > dataBytes) {
      throw CheckpointException.field(
          file,
          entry.name() + ".data_offsets",
          offsets,
          "outside the " + dataBytes + " bytes of data; the file may be truncated");
    }
    long expected;
    try {
      expected = Math.multiplyExact(entry.elements(), (long) bytes);
    } catch (ArithmeticException e) {
      throw new CheckpointException(
          file + ": " + entry.name() + ".shape = " + entry.shape() + ": too large", e);
    }
    if (entry.end() - entry.begin() != expected) {
      throw CheckpointException.field(
          file,
          entry.name() + ".data_offsets",
          offsets,
          "%s of shape %s takes %d bytes".formatted(entry.tag(), entry.shape(), expected));
    }
  }

  private static void checkCover(Path file, Iterable<TensorEntry> unsorted, long dataBytes) {
    List<TensorEntry> entries = new ArrayList<>();
    unsorted.forEach(entries::add);
    entries.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
    long covered = 0;
    for (TensorEntry entry : entries) {
      if (entry.begin() != covered) {
        throw CheckpointException.field(
            file,
            entry.name() + ".data_offsets",
            "[" + entry.begin() + ", " + entry.end() + "]",
            entry.begin() < covered
                ? "overlaps the tensor before it, which ends at " + covered
                : "leaves a hole behind byte " + covered);
      }
      covered = entry.end();
    }
    if (covered != dataBytes) {
      throw CheckpointException.of(
          file, (dataBytes - covered) + " bytes behind the last tensor belong to none");
    }
  }
}
