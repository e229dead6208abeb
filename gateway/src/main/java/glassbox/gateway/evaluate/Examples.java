package glassbox.gateway.evaluate;

/** Worked examples of the API document. A test sends each of them. */
final class Examples {
  static final String ASK =
      """
      {
        "model_path": "demo",
        "prompt": "How many grams are 12 kg?"
      }
      """;

  static final String EXPLAIN =
      """
      {
        "model_path": "demo",
        "prompt": "How many grams are 12 kg?",
        "context": "1 kg is 1000 g.",
        "explain": true,
        "credit_tiers": ["gradient"],
        "top_logprobs": 3,
        "generation_config": {"max_new_tokens": 48, "do_sample": false, "seed": 13}
      }
      """;

  static final String SCORE =
      """
      {
        "model_path": "demo",
        "prompt": "How many grams are 12 kg?",
        "answer": "12000 g",
        "explain": true
      }
      """;

  static final String COMMITTED_ONLY =
      """
      {
        "model_path": "demo",
        "prompt": "How many grams are 12 kg?",
        "release": "committed",
        "combiner": {"kind": "product"}
      }
      """;

  static final String CERTIFY =
      """
      {
        "model_path": "demo",
        "prompt": "How many grams are 12 kg?",
        "certificate": "full",
        "routing": "full",
        "domain": "quantities"
      }
      """;

  static final String ANSWERED =
      """
      {
        "run_id": "019aab10-4c00-7000-8000-000000000001",
        "session_id": null,
        "answer": "12000 g",
        "decision": "provisional",
        "context_truncated": false,
        "safety": {
          "prompt": {
            "method": "combined_logreg",
            "decision": "passed",
            "score": 0.02,
            "probability": 0.01,
            "threshold": 0.5,
            "intercept": -2.89,
            "model": {"name": "safety-prompt", "version": "1-0a1b2c3d", "digest": "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"},
            "per_signal": [
              {"signal": "harm_words", "raw": 0.0, "zscore": -0.5, "weight": 2.0, "contribution": -1.0}
            ],
            "reason": null
          },
          "answer": {
            "method": "combined_logreg",
            "decision": "passed",
            "score": 0.01,
            "probability": 0.01,
            "threshold": 0.5,
            "intercept": -2.6,
            "model": {"name": "safety-answer", "version": "1-0a1b2c3d", "digest": "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d"},
            "per_signal": [
              {"signal": "prompt_logit", "raw": -3.89, "zscore": -1.0, "weight": 2.0, "contribution": -2.0}
            ],
            "reason": null
          }
        },
        "hallucination": {
          "method": "combined_logreg",
          "decision": "passed",
          "score": 0.27,
          "probability": 0.22,
          "threshold": 0.5,
          "intercept": 0.0,
          "model": {"name": "hallucination-closed", "version": "1-0a1b2c3d", "digest": "2e7d2c03a9507ae265ecf5b5356885a53393a2029d241394997265a1a25aefc6"},
          "per_signal": [
            {"signal": "log_prob_min", "raw": -0.4, "zscore": 0.5, "weight": -2.0, "contribution": -1.0}
          ],
          "reason": null
        },
        "gate": {
          "state": "judged",
          "csa": 1.0,
          "chi": 0.48,
          "components": {
            "collapse": 0.48,
            "loop": 0.0,
            "contradiction": 0.0,
            "loop_rate": {"count": 0, "total": 1, "value": 0.0, "low": 0.0, "high": 0.79},
            "contradiction_rate": {"count": 0, "total": 1, "value": 0.0, "low": 0.0, "high": 0.79},
            "mean_normalized_entropy": 0.04,
            "diffuse": false
          },
          "verdicts": [],
          "decision": "repair",
          "reasons": ["chi 0.48 is above 0.35"]
        },
        "attribution": {
          "per_specialist": [
            {"id": "general-base", "share": 0.31, "tokens_led": 1, "tokens_overruled": 0},
            {"id": "quantities", "share": 0.69, "tokens_led": 3, "tokens_overruled": 0}
          ]
        },
        "tokens": [],
        "reconciliation": {"max_residual": 4.5e-13, "median_residual": 2.0e-13, "level": "strict"},
        "certificate": {
          "mode": "sampled",
          "certified": true,
          "reason": null,
          "sampling": {"allowance": 0.03, "spent": 0.021, "coverage": 0.4},
          "tokens": 4,
          "delta_mean": 0.011,
          "delta_p95": 0.032,
          "delta_max": 0.032,
          "agreement": 1.0,
          "bar": 0.12,
          "trusted": true,
          "statement": null
        },
        "model_metadata": {
          "model_path": "demo",
          "specialists": [
            {"id": "general-base", "digest": "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"},
            {"id": "quantities", "digest": "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752"}
          ],
          "build": "0.1.0"
        },
        "generation_diagnostics": {
          "finish_reason": "stop",
          "prompt_tokens": 14,
          "completion_tokens": 4,
          "seed": 13,
          "temperature": 0.7,
          "top_p": 0.9,
          "do_sample": true
        },
        "xai": null,
        "audit": {
          "record_hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "state": "committed",
          "blocks": [
            {"pass": 0, "hash": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae", "state": "committed"}
          ]
        },
        "esi": null
      }
      """;

  private Examples() {}
}
