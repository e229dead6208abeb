package glassbox.lab.world;

import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.label.Segment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Labelled text as JSON: each segment with its spans and the characters the server writes. */
final class TextJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private TextJson() {}

  static String line(LabelledText text) {
    return JSON.writeValueAsString(document(text));
  }

  static Map<String, Object> document(LabelledText text) {
    var document = new LinkedHashMap<String, Object>();
    document.put("domain", text.domain().id());
    for (Segment segment : text.segments()) {
      document.put(segment.kind().name().toLowerCase(Locale.ROOT), phrase(segment.phrase()));
    }
    return document;
  }

  static Map<String, Object> phrase(Phrase phrase) {
    var document = new LinkedHashMap<String, Object>();
    document.put("text", phrase.text());
    document.put(
        "spans",
        phrase.spans().stream()
            .map(span -> List.of(span.from(), span.to(), span.concept().label()))
            .toList());
    if (!phrase.forced().isEmpty()) {
      document.put(
          "forced",
          phrase.forced().stream().map(stretch -> List.of(stretch.from(), stretch.to())).toList());
    }
    return document;
  }
}
