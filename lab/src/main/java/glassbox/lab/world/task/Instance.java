package glassbox.lab.world.task;

import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.label.LabelledText;
import glassbox.lab.world.label.Phrase;
import glassbox.lab.world.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One task with its solution. */
public final class Instance {

  private final Family family;
  private final Work work;

  Instance(Family family, Work work) {
    this.family = family;
    this.work = work;
  }

  /** Name of the form it has. */
  public String family() {
    return family.name();
  }

  /** Its field. */
  public Domain domain() {
    return family.domain();
  }

  /** How its answer comes about. */
  public Style style() {
    return family.style();
  }

  /** Where it belongs. */
  public Split split() {
    return work.split();
  }

  /** Text the answer rests on. */
  public Optional<Phrase> context() {
    return work.context();
  }

  /** What is asked. */
  public Phrase prompt() {
    return work.prompt();
  }

  /** Prompt and context in one: two tasks that read the same are the same. */
  String asked() {
    return context().map(Phrase::text).orElse("") + "\n" + prompt().text();
  }

  /** The gold answer. */
  public Phrase answer() {
    return work.answer();
  }

  /** The tools it needs, in order. */
  public List<String> tools() {
    return work.tools();
  }

  /** The right answer. */
  public Reference reference() {
    return work.reference();
  }

  /** The whole as a text. */
  public LabelledText text() {
    return text(UnaryOperator.identity());
  }

  /** The whole as a text, the same question put in other words. */
  public LabelledText text(UnaryOperator<Phrase> put) {
    return LabelledText.dialogue(domain(), context(), put.apply(prompt()), answer());
  }

  /** Whether it cannot be answered without a tool. */
  public boolean needsTool() {
    return !tools().isEmpty() && !family.twin();
  }

  /** The prompt with the honest answer of whoever has no tool at hand. */
  public LabelledText withoutTools() {
    Phrase answer = Words.line("I need the ", Words.tool(tools().getFirst()), " tool for that.");
    return LabelledText.dialogue(domain(), context(), prompt(), answer);
  }
}
