package glassbox.engine.checkpoint;

/** The matrices of a decoder layer, under names that do not depend on the architecture. */
public enum Projection {
  QUERY("self_attn.q_proj"),
  KEY("self_attn.k_proj"),
  VALUE("self_attn.v_proj"),
  OUTPUT("self_attn.o_proj"),
  GATE("mlp.gate_proj"),
  UP("mlp.up_proj"),
  DOWN("mlp.down_proj"),
  /** Scores of the experts; only in sparse layers. */
  ROUTER("mlp.gate");

  private final String module;

  Projection(String module) {
    this.module = module;
  }

  /** The module's path inside a llama-style layer. */
  String module() {
    return module;
  }
}
