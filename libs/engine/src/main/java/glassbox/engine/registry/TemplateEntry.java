package glassbox.engine.registry;

/**
 * Special tokens put before the segments of a prompt; an empty string stands for none.
 *
 * @param begin before everything
 * @param system before the system text
 * @param context before the context
 * @param prompt before the question
 * @param answer before the answer
 */
public record TemplateEntry(
    String begin, String system, String context, String prompt, String answer) {
  /** No tokens at all. */
  public static final TemplateEntry NONE = new TemplateEntry("", "", "", "", "");
}
