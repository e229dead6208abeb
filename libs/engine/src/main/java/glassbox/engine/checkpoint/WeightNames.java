package glassbox.engine.checkpoint;

import java.util.Set;

/** How a family of checkpoints spells the logical weights. */
sealed interface WeightNames {
  String embeddings();

  String finalNorm();

  /** The module (without .weight) that holds this matrix, perhaps together with others. */
  String module(WeightKey key);

  String attentionNorm(int layer);

  String mlpNorm(int layer);

  /** Tensors some publishers save although they can be computed. */
  boolean ignorable(String name);

  static WeightNames of(ModelConfig config, Set<String> names) {
    if (config.architecture() == Architecture.GPT2) {
      return new Gpt2(names.contains("wte.weight") ? "" : "transformer.");
    }
    return new Llama(names.contains("embed_tokens.weight") ? "" : "model.");
  }

  /** transformer.h.N.attn.c_attn and so on; Conv1D weights lie [in, out]. */
  record Gpt2(String prefix) implements WeightNames {
    @Override
    public String embeddings() {
      return prefix + "wte.weight";
    }

    String positions() {
      return prefix + "wpe.weight";
    }

    @Override
    public String finalNorm() {
      return prefix + "ln_f";
    }

    @Override
    public String module(WeightKey key) {
      String name =
          switch (key.projection()) {
            case QUERY, KEY, VALUE -> "attn.c_attn";
            case OUTPUT -> "attn.c_proj";
            case UP -> "mlp.c_fc";
            case DOWN -> "mlp.c_proj";
            case GATE, ROUTER -> throw new IllegalArgumentException("gpt2 has no " + key);
          };
      return layer(key.layer()) + name;
    }

    @Override
    public String attentionNorm(int layer) {
      return layer(layer) + "ln_1";
    }

    @Override
    public String mlpNorm(int layer) {
      return layer(layer) + "ln_2";
    }

    @Override
    public boolean ignorable(String name) {
      return name.endsWith(".attn.bias") || name.endsWith(".attn.masked_bias");
    }

    private String layer(int layer) {
      return prefix + "h." + layer + ".";
    }
  }

  /** model.layers.N.self_attn.q_proj and so on; Linear weights lie [out, in]. */
  record Llama(String prefix) implements WeightNames {
    @Override
    public String embeddings() {
      return prefix + "embed_tokens.weight";
    }

    @Override
    public String finalNorm() {
      return prefix + "norm";
    }

    @Override
    public String module(WeightKey key) {
      String module = key.projection().module();
      if (key.expert() != WeightKey.DENSE) {
        module = module.replace("mlp.", "mlp.experts." + key.expert() + ".");
      }
      return layer(key.layer()) + module;
    }

    @Override
    public String attentionNorm(int layer) {
      return layer(layer) + "input_layernorm";
    }

    @Override
    public String mlpNorm(int layer) {
      return layer(layer) + "post_attention_layernorm";
    }

    String queryNorm(int layer) {
      return layer(layer) + "self_attn.q_norm";
    }

    String keyNorm(int layer) {
      return layer(layer) + "self_attn.k_norm";
    }

    @Override
    public boolean ignorable(String name) {
      return name.endsWith("rotary_emb.inv_freq");
    }

    private String layer(int layer) {
      return prefix + "layers." + layer + ".";
    }
  }
}
