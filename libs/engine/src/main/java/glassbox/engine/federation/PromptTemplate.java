package glassbox.engine.federation;

/**
 * Special tokens written before each segment of a prompt. An empty string writes none; segments
 * without one before them are set apart by a newline.
 *
 * @param begin before everything
 * @param system before the system text
 * @param context before the context
 * @param prompt before the question
 * @param answer after the question, before the answer
 */
public record PromptTemplate(
    String begin, String system, String context, String prompt, String answer) {

  /** Plain concatenation, for models that know no roles. */
  public static final PromptTemplate PLAIN = new PromptTemplate("", "", "", "", "");
}
