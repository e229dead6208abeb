package glassbox.lab.world.text;

import glassbox.lab.tokenizer.DemoTokens;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.tool.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Writes one answer in the scaffold's fields: {@code [Given] ...[Plan] ...[Compute] ...[Checks]
 * ...[Trace] ...[Answer] ...}. Tools run while it is written; what they give, and the trace id
 * after it, is marked as the server's. So is the first marker: whoever wants fields writes it.
 *
 * <p>Each step stands between words that the writer chooses freely, see {@link Wording}. What the
 * step itself says is settled by the task.
 */
public final class Scaffold {

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

  private final Tools tools;
  private final Optional<String> context;
  private final Wording wording;
  private final List<Phrase> fields = new ArrayList<>();
  private final List<Phrase> computed = new ArrayList<>();
  private final List<String> used = new ArrayList<>();

  /**
   * A scaffold.
   *
   * @param tools that calls run on
   * @param context that quotes are looked up in
   * @param random chooses the free words
   */
  public Scaffold(Tools tools, Optional<String> context, RandomGenerator random) {
    this.tools = tools;
    this.context = context;
    this.wording = new Wording(random);
  }

  /** What the prompt gives, and which tools are to be used. */
  public Scaffold given(Phrase given, String... plan) {
    fields.add(field(DemoTokens.GIVEN, given, true));
    List<Phrase> steps = List.of(plan).stream().map(Words::tool).toList();
    fields.add(field(DemoTokens.PLAN, Phrase.join(", ", steps), false));
    return this;
  }

  /** Something worked out without a tool. */
  public Scaffold compute(Phrase step) {
    computed.add(Words.line(" ", wording.before(), ": ", step, " ", wording.after()));
    return this;
  }

  /**
   * Runs a tool.
   *
   * @return what it gave
   */
  public String call(String tool, Phrase input) {
    Phrase call = Words.line(Words.tool(tool), " ", input);
    String output = tools.run(call.text(), context);
    used.add(tool);
    Phrase result = Words.line(result(output), " t" + used.size(), DemoTokens.DONE);
    computed.add(Words.line(" ", wording.before(), ": "));
    computed.add(Words.line(DemoTokens.CALL, call, DemoTokens.RESULT, result.given()));
    computed.add(Words.line(" ", wording.after()));
    return output;
  }

  /** What is checked, and the answer; the trace lists the calls. */
  public Phrase answer(Phrase checks, Phrase answer) {
    fields.add(field(DemoTokens.COMPUTE, Phrase.join(computed), false));
    fields.add(field(DemoTokens.CHECKS, checks, false));
    fields.add(field(DemoTokens.TRACE, trace(), false));
    fields.add(field(DemoTokens.ANSWER_FIELD, answer, false));
    return Phrase.join(fields);
  }

  /** The tools used so far, each once, in order. */
  public List<String> used() {
    return used.stream().distinct().toList();
  }

  private Phrase trace() {
    var entries = new ArrayList<Phrase>();
    for (String tool : used) {
      entries.add(Words.line("t" + (entries.size() + 1) + " ", Words.tool(tool)));
    }
    return entries.isEmpty() ? Words.plain("given") : Phrase.join("; ", entries);
  }

  private static Phrase result(String output) {
    int blank = output.indexOf(' ');
    int end = blank < 0 ? output.length() : blank;
    return NUMBER.matcher(output.substring(0, end)).matches()
        ? Words.line(Words.number(output.substring(0, end), Words.RESULT), output.substring(end))
        : Words.plain(output);
  }

  private static Phrase field(String marker, Phrase content, boolean first) {
    String name = marker.substring(1, marker.length() - 1).toLowerCase(Locale.ROOT);
    boolean blank = !content.text().startsWith(DemoTokens.CALL) && !content.text().startsWith(" ");
    Phrase mark = first ? Phrase.of(marker).given() : Phrase.of(marker);
    return Words.line(mark, blank ? " " : "", content).with(new Concept(ConceptType.FIELD, name));
  }
}
