package glassbox.inference;

/** Request bodies. */
public final class Requests {
  private Requests() {}

  public static String generation(String prompt) {
    return generation("demo", "\"prompt\": \"%s\"".formatted(prompt), sampling("0.9", "0.95"));
  }

  public static String sampling(String temperature, String topP) {
    return """
    {"max_new_tokens": 12, "temperature": %s, "top_p": %s, "do_sample": true, "seed": 7,
     "stop": []}
    """
        .formatted(temperature, topP);
  }

  /** A question to the federation with bottlenecks; {@code members} follow the prompt. */
  public static String legible(String prompt, String members) {
    return generation(
        "legible", "\"prompt\": \"%s\"%s".formatted(prompt, members), sampling("0.9", "0.95"));
  }

  public static String generation(String federation, String texts, String decoding) {
    return """
    {"run_id": "01920000-0000-7000-8000-000000000001", "pass": 0, "tenant": "local",
     "federation": "%s", %s, "decoding": %s, "top_logprobs": 2, "block_audit": false,
     "keep_content": true}
    """
        .formatted(federation, texts, decoding);
  }

  public static String explanation(String extra) {
    return """
    {"federation": "demo", "system": "be kind", "context": "it is a cat", "prompt": "what?",
     "answer": "cat"%s}
    """
        .formatted(extra);
  }

  public static String estimate(int maxNewTokens, long budget) {
    return """
    {"federation": "demo", "system": "be kind", "context": "it is a cat", "prompt": "what?",
     "max_new_tokens": %d, "budget": %d}
    """
        .formatted(maxNewTokens, budget);
  }
}
