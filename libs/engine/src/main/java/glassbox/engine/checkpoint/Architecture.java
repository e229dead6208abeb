package glassbox.engine.checkpoint;

/** The decoder families that can be loaded; {@link #modelType} is config.json's model_type. */
public enum Architecture {
  GPT2("gpt2"),
  LLAMA("llama"),
  MISTRAL("mistral"),
  QWEN2("qwen2"),
  QWEN3("qwen3"),
  QWEN3_MOE("qwen3_moe");

  private final String modelType;

  Architecture(String modelType) {
    this.modelType = modelType;
  }

  public String modelType() {
    return modelType;
  }
}
