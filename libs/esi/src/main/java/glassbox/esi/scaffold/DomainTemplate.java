package glassbox.esi.scaffold;

import glassbox.esi.field.Field;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a domain expects of each field, one line a field. Hints are shown to models that follow
 * instructions; the fields are the same in every domain.
 */
public record DomainTemplate(Map<Field, String> hints) {
  public DomainTemplate {
    var complete = new EnumMap<Field, String>(Field.class);
    for (Field field : Field.values()) {
      String hint = hints.get(field);
      if (hint == null || hint.isBlank() || hint.contains("\n")) {
        throw new IllegalArgumentException(field.marker() + " needs a hint of one line");
      }
      complete.put(field, hint);
    }
    hints = Map.copyOf(complete);
  }

  /** The hint of a field. */
  public String hint(Field field) {
    String hint = hints.get(field);
    if (hint == null) {
      throw new IllegalStateException("every template is complete");
    }
    return hint;
  }
}
