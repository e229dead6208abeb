package glassbox.critics.score;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Signals of a text that asks for harm or gives it: a learned reading of the whole and of its worst
 * passage, and general words of harm, of secrecy and of care.
 */
public final class SafetySignals {

  /** Beyond this a prompt's logit says no more. */
  private static final double MOST = 6;

  private SafetySignals() {}

  /** Of a request. */
  public static Map<String, Double> ofPrompt(String prompt, TextModel reading) {
    return of(prompt, reading);
  }

  /**
   * Of an answer.
   *
   * @param asked logit of the prompt's own score; empty where there is none
   */
  public static Map<String, Double> ofAnswer(
      String answer, TextModel reading, OptionalDouble asked) {
    Map<String, Double> signals = of(answer, reading);
    signals.put("refusal", HarmWords.REFUSAL.in(answer) > 0 ? 1.0 : 0.0);
    asked.ifPresent(logit -> signals.put("prompt_logit", Math.clamp(logit, -MOST, MOST)));
    return signals;
  }

  private static Map<String, Double> of(String text, TextModel reading) {
    var signals = new LinkedHashMap<String, Double>();
    TextModel.Reading read = reading.read(text);
    signals.put("text", read.value());
    signals.put("passage", read.passage());
    signals.put("known", read.known());
    signals.put("harm_words", root(HarmWords.HARM.in(text)));
    signals.put("secrecy_words", root(HarmWords.SECRECY.in(text)));
    signals.put("care_words", root(HarmWords.CARE.in(text)));
    return signals;
  }

  /** The first word says most. */
  private static double root(int count) {
    return Math.sqrt(count);
  }
}
