package glassbox.critics.sandbox.child;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source made of a snippet and calls: the snippet's imports first, then one class whose members
 * are the rest of the snippet and one class a call that extends it.
 *
 * @param source the whole
 * @param header characters before the snippet, in which imports are blanked out: offsets stay
 * @param calls where the classes of the calls begin
 */
record Unit(String source, int header, List<Integer> calls) {
  static final String NAME = "Snippet";
  private static final Pattern HEAD =
      Pattern.compile(
          "^[ \\t]*(import\\s+(?:static\\s+)?[\\w.*\\s]+|package\\s+[\\w.\\s]+);",
          Pattern.MULTILINE);
  private static final Pattern TYPE = Pattern.compile("\\bclass\\s+(\\w+)");

  Unit {
    calls = List.copyOf(calls);
  }

  /** The snippet with calls; {@code within} calls from inside its first class. */
  static Unit of(String snippet, List<String> calls, boolean within) {
    StringBuilder imports = new StringBuilder();
    StringBuilder body = new StringBuilder(snippet);
    Matcher head = HEAD.matcher(snippet);
    while (head.find()) {
      if (head.group(1).startsWith("import")) {
        imports.append(head.group(1).replaceAll("\\s+", " ")).append(';');
      }
      for (int i = head.start(); i < head.end(); i++) {
        body.setCharAt(i, body.charAt(i) == '\n' ? '\n' : ' ');
      }
    }
    String before = imports + "class " + NAME + "{";
    StringBuilder source = new StringBuilder(before).append(body).append("\n");
    Matcher type = TYPE.matcher(snippet);
    String base = within && type.find() ? type.group(1) : NAME;
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      starts.add(source.length());
      source
          .append("class Call")
          .append(i)
          .append(" extends ")
          .append(base)
          .append("{Object call() throws Throwable{return(\n")
          .append(calls.get(i))
          .append("\n);}}\n");
    }
    return new Unit(source.append("}").toString(), before.length(), starts);
  }
}
