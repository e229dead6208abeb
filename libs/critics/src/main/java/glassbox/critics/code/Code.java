package glassbox.critics.code;

import glassbox.critics.Draft;
import glassbox.critics.Finding;
import glassbox.critics.Fragment;
import glassbox.critics.field.Field;
import glassbox.critics.field.Passage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of code with its place.
 *
 * @param text the code
 * @param start UTF-16 offset in the answer; negative where it stands in a tool call
 */
record Code(String text, int start) {
  private static final Pattern IMPORT = Pattern.compile("^\\s{0,8}import ", Pattern.MULTILINE);
  private static final Pattern DECLARATION =
      Pattern.compile(
          "(?:@\\w{1,40}\\s{1,4}){0,4}(?:(?:public|private|protected|static|final|abstract|sealed|synchronized)\\s{1,8}){0,6}(?:(?:class|record|enum|interface)\\s{1,4}\\w{1,80}[^{};\\n"
              + "]{0,200}\\{"
              + "|(?:<[^<>(){}]{1,60}>\\s{0,4})?[\\w.]{1,80}(?:<[^{}();]{1,120}>)?(?:\\[\\]){0,3}\\s{1,8}\\w{1,80}\\s{0,4}\\([^(){}]{0,300}\\)\\s{0,8}(?:throws\\s[\\w.,"
              + " ]{1,100})?\\{)");
  private static final Pattern FENCE =
      Pattern.compile(
          "```[ \\t]*(?:java)?[ \\t]*\\n(.*?)(?:\\n[ \\t]*```|\\z)",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The code that an answer gives, else that of its last {@code java} call. */
  static Optional<Code> of(Draft draft) {
    for (Passage passage : draft.written(Field.ANSWER)) {
      Optional<Code> found = in(passage);
      if (found.isPresent()) {
        return found;
      }
    }
    List<Fragment> calls = JavaCall.fragments(draft);
    return calls.isEmpty()
        ? Optional.empty()
        : Optional.of(new Code(JavaCall.of(calls.getLast()).snippet(), -1));
  }

  private static Optional<Code> in(Passage passage) {
    Matcher fence = FENCE.matcher(passage.text());
    if (fence.find()) {
      return Optional.of(new Code(fence.group(1), passage.start() + fence.start(1)));
    }
    return bare(passage);
  }

  /** From the first import or declaration to the last brace. */
  private static Optional<Code> bare(Passage passage) {
    String text = passage.text();
    Matcher declaration = DECLARATION.matcher(text);
    int close = text.lastIndexOf('}');
    if (close < 0 || !declaration.find() || declaration.start() > close) {
      return Optional.empty();
    }
    Matcher imported = IMPORT.matcher(text);
    boolean before = imported.find() && imported.start() < declaration.start();
    int from = before ? imported.start() : declaration.start();
    return Optional.of(new Code(text.substring(from, close + 1), passage.start() + from));
  }

  /** A finding at offsets of the code. */
  Finding finding(String message, int from, int to) {
    return start < 0
        ? Finding.nowhere(message)
        : new Finding(
            message,
            start + Math.clamp(from, 0, text.length()),
            start + Math.clamp(Math.max(from, to), 0, text.length()));
  }
}
