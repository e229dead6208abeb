package glassbox.esi.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks a quote up in what was supplied: {@code found} or {@code not found}. */
public final class QuoteTool implements Tool {

  private final List<Document> documents;

  /** A tool over documents. */
  public QuoteTool(List<Document> documents) {
    this.documents = List.copyOf(documents);
  }

  /** Something that may be quoted. */
  public record Document(String id, String text) {}

  /**
   * Where a quote stands.
   *
   * @param document id of the document
   * @param start UTF-16 offset of its first character
   * @param end offset after its last
   */
  public record Occurrence(String document, int start, int end) {}

  @Override
  public String name() {
    return "quote";
  }

  @Override
  public String kind() {
    return "quote";
  }

  @Override
  public String run(String input) {
    return resolve(input).isEmpty() ? "not found" : "found";
  }

  /** All places where a quote stands word for word; runs of white space count as one blank. */
  public List<Occurrence> resolve(String quote) {
    String words = quote.strip().lines().map(String::strip).collect(Collectors.joining(" "));
    if (words.isEmpty()) {
      return List.of();
    }
    Pattern pattern =
        Pattern.compile(
            Pattern.compile("\\s+")
                .splitAsStream(words)
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    var found = new ArrayList<Occurrence>();
    for (Document document : documents) {
      Matcher matcher = pattern.matcher(document.text());
      while (matcher.find()) {
        found.add(new Occurrence(document.id(), matcher.start(), matcher.end()));
      }
    }
    return found;
  }
}
