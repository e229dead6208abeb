package glassbox.gateway.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that the caller sees all of it at once. */
final class Faults {
  private final List<FieldFault> found = new ArrayList<>();

  void require(boolean holds, String field, String message) {
    if (!holds) {
      found.add(new FieldFault(field, message));
    }
  }

  /** A text that is there must hold something, fit, and be text. */
  void text(@Nullable String text, String field, int maxCharacters) {
    if (text == null) {
      return;
    }
    require(!text.isBlank(), field, "must not be blank");
    require(
        text.length() <= maxCharacters,
        field,
        "must have at most " + maxCharacters + " characters");
    require(text.indexOf('\0') < 0, field, "must not hold the character U+0000");
    require(isPaired(text), field, "must not hold an unpaired surrogate");
  }

  private static boolean isPaired(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidQuestion(found);
    }
  }
}
