package glassbox.critics.citation;

import glassbox.critics.Draft;
import glassbox.critics.Fragment;
import glassbox.critics.Material.Document;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What citations may name: documents by id or title, and issued fragments by id. */
final class Library {
  private final Map<String, String> texts = new HashMap<>();

  private Library() {}

  static Library of(Draft draft) {
    Library library = new Library();
    for (Fragment fragment : draft.fragments()) {
      library.texts.put(key(fragment.id()), fragment.output());
    }
    for (Document document : draft.material().documents()) {
      document.title().ifPresent(title -> library.texts.put(key(title), document.text()));
    }
    for (Document document : draft.material().documents()) {
      library.texts.put(key(document.id()), document.text());
    }
    return library;
  }

  /** The text of what a citation names. */
  Optional<String> resolve(Citation citation) {
    return Optional.ofNullable(texts.get(key(citation.key())));
  }

  /** Lower case, without the parts of an address that do not change what it names. */
  private static String key(String name) {
    String key = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    if (key.startsWith("http")) {
      key =
          key.replaceFirst("#.*$", "")
              .replaceFirst("^https?://(?:www\\.)?(?:(?:dx\\.)?doi\\.org/)?", "");
    }
    key = key.replaceFirst("^doi:\\s?", "");
    return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
  }
}
