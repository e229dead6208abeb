package glassbox.esi.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** An object of the document, read key by key; keys that nobody asked for are refused. */
final class Section {

  private final String path;
  private final JsonNode node;
  private final Set<String> read = new LinkedHashSet<>();

  private Section(String path, JsonNode node) {
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw new EsiConfigurationException(at(path) + " must be a mapping");
    }
  }

  static Section root(JsonNode node) {
    return new Section("", node);
  }

  /** Reads a nested mapping whole; what its values cannot be together is named with its path. */
  <T> T section(String key, Function<Section, T> reader) {
    return read(child(key), required(key), reader);
  }

  /** Reads a mapping with free keys. */
  <T> List<T> entries(String key, Function<Section, T> reader) {
    JsonNode mapping = required(key);
    if (!mapping.isObject() || mapping.isEmpty()) {
      throw new EsiConfigurationException(child(key) + " must be a mapping with entries");
    }
    var entries = new ArrayList<T>();
    for (var entry : mapping.properties()) {
      entries.add(read(child(key) + "." + entry.getKey(), entry.getValue(), reader));
    }
    return entries;
  }

  /** Reads a list of mappings. */
  <T> List<T> items(String key, Function<Section, T> reader) {
    JsonNode list = list(key);
    var items = new ArrayList<T>();
    for (int i = 0; i < list.size(); i++) {
      items.add(read(child(key) + "[" + i + "]", list.get(i), reader));
    }
    return items;
  }

  private static <T> T read(String path, JsonNode node, Function<Section, T> reader) {
    var section = new Section(path, node);
    T value = named(path, () -> reader.apply(section));
    section.refuseRest();
    return value;
  }

  /** Names the path in front of what a record's own rules object to. */
  private static <T> T named(String path, Supplier<T> value) {
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      throw new EsiConfigurationException(at(path) + ": " + e.getMessage(), e);
    }
  }

  private static String at(String path) {
    return path.isEmpty() ? "the document" : path;
  }

  void refuseRest() {
    for (String key : node.propertyNames()) {
      if (!read.contains(key)) {
        throw new EsiConfigurationException(
            child(key) + " is not known; known here: " + String.join(", ", read));
      }
    }
  }

  /** The last part of the path: an entry's own key. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  int integer(String key) {
    JsonNode value = required(key);
    if (!value.isInt()) {
      throw new EsiConfigurationException(child(key) + " must be a whole number, not " + value);
    }
    return value.intValue();
  }

  double number(String key) {
    return number(child(key), required(key));
  }

  private static double number(String path, JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new EsiConfigurationException(path + " must be a number, not " + value);
    }
    return value.doubleValue();
  }

  boolean flag(String key) {
    JsonNode value = required(key);
    if (!value.isBoolean()) {
      throw new EsiConfigurationException(child(key) + " must be true or false, not " + value);
    }
    return value.booleanValue();
  }

  String text(String key) {
    JsonNode value = required(key);
    if (!value.isString()) {
      throw new EsiConfigurationException(child(key) + " must be text, not " + value);
    }
    return value.stringValue();
  }

  /** A list of exactly so many numbers. */
  double[] numbers(String key, int count) {
    JsonNode list = list(key);
    if (list.size() != count) {
      throw new EsiConfigurationException(
          child(key) + " must have " + count + " numbers, not " + list.size());
    }
    var numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = number(child(key) + "[" + i + "]", list.get(i));
    }
    return numbers;
  }

  List<String> texts(String key) {
    JsonNode list = list(key);
    var texts = new ArrayList<String>();
    for (JsonNode item : list) {
      if (!item.isString()) {
        throw new EsiConfigurationException(child(key) + " must be a list of text, not " + list);
      }
      texts.add(item.stringValue());
    }
    return texts;
  }

  private JsonNode list(String key) {
    JsonNode list = required(key);
    if (!list.isArray()) {
      throw new EsiConfigurationException(child(key) + " must be a list");
    }
    return list;
  }

  private JsonNode required(String key) {
    read.add(key);
    JsonNode value = node.get(key);
    if (value == null || value.isNull()) {
      throw new EsiConfigurationException(child(key) + " is missing");
    }
    return value;
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
