package glassbox.engine.checkpoint;

/**
 * What transformers assumes for fields that config.json leaves out; keyValueHeads 0 stands for as
 * many as heads, headDim 0 for hiddenSize / heads.
 */
record ConfigDefaults(
    int vocabularySize,
    int hiddenSize,
    int layers,
    int heads,
    int keyValueHeads,
    int headDim,
    int intermediateSize,
    int contextLength) {

  static ConfigDefaults of(Architecture architecture) {
    return switch (architecture) {
      case GPT2 -> new ConfigDefaults(50257, 768, 12, 12, 0, 0, 0, 1024);
      case LLAMA -> new ConfigDefaults(32000, 4096, 32, 32, 0, 0, 11008, 2048);
      case MISTRAL -> new ConfigDefaults(32000, 4096, 32, 32, 8, 0, 14336, 131072);
      case QWEN2 -> new ConfigDefaults(151936, 4096, 32, 32, 32, 0, 22016, 32768);
      case QWEN3 -> new ConfigDefaults(151936, 4096, 32, 32, 32, 128, 22016, 32768);
      case QWEN3_MOE -> new ConfigDefaults(151936, 2048, 24, 32, 4, 0, 6144, 32768);
    };
  }
}
