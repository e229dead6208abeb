package glassbox.engine.checkpoint;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Typed access to the fields of a JSON object; every mistake is named. null counts as absent. */
final class Fields {
  private final Path file;
  private final String prefix;
  private final JsonNode object;

  Fields(Path file, JsonNode object) {
    this(file, "", object);
  }

  private Fields(Path file, String prefix, JsonNode object) {
    this.file = file;
    this.prefix = prefix;
    this.object = object;
  }

  Path file() {
    return file;
  }

  JsonNode node(String name) {
    return object.path(name);
  }

  boolean has(String name) {
    JsonNode node = node(name);
    return !node.isMissingNode() && !node.isNull();
  }

  /** The first of these spellings that is present; the first if none is. */
  String spelling(String... names) {
    for (String name : names) {
      if (has(name)) {
        return name;
      }
    }
    return names[0];
  }

  CheckpointException error(String name, String why) {
    return CheckpointException.field(file, prefix + name, node(name), why);
  }

  CheckpointException missing(String name, String why) {
    return CheckpointException.of(file, prefix + name + " is missing: " + why);
  }

  int positive(String name, int otherwise) {
    return has(name) ? positive(name) : otherwise;
  }

  int positive(String name) {
    JsonNode node = node(name);
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < 1) {
      throw error(name, "not a positive whole number");
    }
    return node.intValue();
  }

  double positiveReal(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    JsonNode node = node(name);
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value > 0) || Double.isInfinite(value)) {
      throw error(name, "not a positive number");
    }
    return value;
  }

  /** A finite number that has to be there. */
  double real(String name) {
    JsonNode node = node(name);
    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
      throw has(name) ? error(name, "not a number") : missing(name, "a number");
    }
    return node.doubleValue();
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (!node(name).isBoolean()) {
      throw error(name, "neither true nor false");
    }
    return node(name).booleanValue();
  }

  Optional<String> text(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    if (!node(name).isString()) {
      throw error(name, "not a string");
    }
    return Optional.of(node(name).stringValue());
  }

  String requiredText(String name) {
    return text(name).orElseThrow(() -> missing(name, "a string"));
  }

  /** Whole numbers >= 0: one, or a list of them, or none. */
  List<Integer> naturals(String name) {
    List<Integer> values = new ArrayList<>();
    if (!has(name)) {
      return values;
    }
    JsonNode node = node(name);
    for (JsonNode item : node.isArray() ? node : List.of(node)) {
      if (!item.isIntegralNumber() || !item.canConvertToInt() || item.intValue() < 0) {
        throw error(name, "not a list of whole numbers");
      }
      values.add(item.intValue());
    }
    return values;
  }

  List<String> texts(String name) {
    List<String> values = new ArrayList<>();
    if (!has(name)) {
      return values;
    }
    for (JsonNode item : node(name)) {
      if (!item.isString()) {
        throw error(name, "not a list of strings");
      }
      values.add(item.stringValue());
    }
    if (!node(name).isArray()) {
      throw error(name, "not a list of strings");
    }
    return values;
  }

  /** A list of objects, or none. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    if (!has(name)) {
      return objects;
    }
    JsonNode node = node(name);
    for (int i = 0; i < node.size(); i++) {
      if (!node.path(i).isObject()) {
        throw error(name, "not a list of objects");
      }
      objects.add(new Fields(file, prefix + name + "[" + i + "].", node.path(i)));
    }
    if (!node.isArray()) {
      throw error(name, "not a list of objects");
    }
    return objects;
  }

  /** Refuses every field but these. */
  void only(Set<String> known) {
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw error(name, "no such field is known");
      }
    }
  }

  /** A nested object. */
  Fields nested(String name) {
    if (!node(name).isObject()) {
      throw error(name, "not an object");
    }
    return new Fields(file, prefix + name + ".", node(name));
  }

  /** Refuses any value but the one that changes nothing. */
  void require(String name, boolean value, String why) {
    if (flag(name, value) != value) {
      throw error(name, why);
    }
  }

  /** Refuses a field that is there at all. */
  void refuse(String name, String why) {
    if (has(name)) {
      throw error(name, why);
    }
  }

  OptionalInt optionalPositive(String name) {
    return has(name) ? OptionalInt.of(positive(name)) : OptionalInt.empty();
  }
}
