package glassbox.inference.generation;

/** Worked examples of requests, for the API's document. */
final class Examples {
  static final String ASK =
      """
      {
        "run_id": "01920000-0000-7000-8000-000000000001",
        "pass": 0,
        "tenant": "local",
        "federation": "demo",
        "prompt": "How many grams are 2.5 kilograms?",
        "decoding": {
          "max_new_tokens": 80, "temperature": 0.7, "top_p": 0.9, "do_sample": true,
          "seed": 7, "stop": []
        },
        "top_logprobs": 3,
        "block_audit": false,
        "keep_content": true
      }
      """;

  static final String SCORE =
      """
      {
        "run_id": "01920000-0000-7000-8000-000000000002",
        "pass": 0,
        "tenant": "local",
        "federation": "demo",
        "prompt": "How many grams are 2.5 kilograms?",
        "answer": "2500 g",
        "decoding": {
          "max_new_tokens": 1, "temperature": 1.0, "top_p": 1.0, "do_sample": false,
          "seed": 0, "stop": []
        },
        "top_logprobs": 0,
        "block_audit": false,
        "keep_content": true
      }
      """;

  private Examples() {}
}
