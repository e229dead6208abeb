package glassbox.engine.encoder;

import glassbox.engine.checkpoint.SafeTensorsWriter;
import glassbox.engine.checkpoint.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Encoders of two layers with random weights, written in Hugging Face layout. */
final class TinyEncoders {
  static final int WIDTH = 16;
  static final int WORDS = 40;
  private static final int INNER = 24;
  private static final int LAYERS = 2;
  private final Random random;
  private final Map<String, Tensor> tensors = new TreeMap<>();

  private TinyEncoders(long seed) {
    this.random = new Random(seed);
  }

  /** Writes an encoder of a model type such as {@code bert}. */
  static Path write(Path directory, String type, long seed) throws IOException {
    TinyEncoders tiny = new TinyEncoders(seed);
    tiny.weights(type);
    SafeTensorsWriter.write(directory.resolve("model.safetensors"), tiny.tensors);
    Files.writeString(directory.resolve("config.json"), config(type));
    Files.writeString(directory.resolve("tokenizer.json"), tokenizer(type));
    return directory;
  }

  static String config(String type) {
    String shared =
        """
        "model_type":"%s","vocab_size":%d,"max_position_embeddings":34,"pad_token_id":1,
        "id2label":{"0":"entailment","1":"neutral","2":"Contradiction"},\
        """
            .formatted(type, WORDS);
    String own =
        switch (type) {
          case "distilbert" ->
              """
              "dim":16,"n_heads":4,"n_layers":2,"hidden_dim":24,"activation":"gelu"
              """;
          case "deberta-v2" ->
              """
              "hidden_size":16,"num_attention_heads":4,"num_hidden_layers":2,
              "intermediate_size":24,"hidden_act":"gelu","layer_norm_eps":1e-7,
              "relative_attention":true,"position_buckets":8,"max_relative_positions":-1,
              "pos_att_type":"p2c|c2p","share_att_key":true,"norm_rel_ebd":"layer_norm",
              "position_biased_input":false,"type_vocab_size":0
              """;
          default ->
              """
              "hidden_size":16,"num_attention_heads":4,"num_hidden_layers":2,
              "intermediate_size":24,"hidden_act":"%s","layer_norm_eps":1e-5,"type_vocab_size":2
              """
                  .formatted(type.equals("bert") ? "gelu_new" : "gelu");
        };
    return "{" + shared + own + "}";
  }

  private void weights(String type) {
    switch (type) {
      case "bert" -> bertLike("bert.", "self.query self.key self.value", true);
      case "roberta" -> bertLike("roberta.", "self.query self.key self.value", true);
      case "deberta-v2" ->
          bertLike("deberta.", "self.query_proj self.key_proj self.value_proj", false);
      default -> distil();
    }
    switch (type) {
      case "bert" -> head("bert.pooler.dense", "classifier");
      case "roberta" -> head("classifier.dense", "classifier.out_proj");
      case "distilbert" -> head("pre_classifier", "classifier");
      default -> {
        head("pooler.dense", "classifier");
        table("deberta.encoder.rel_embeddings.weight", 16);
        scale("deberta.encoder.LayerNorm");
      }
    }
  }

  private void bertLike(String at, String names, boolean absolute) {
    table(at + "embeddings.word_embeddings.weight", WORDS);
    if (absolute) {
      table(at + "embeddings.position_embeddings.weight", 34);
      table(at + "embeddings.token_type_embeddings.weight", 2);
    }
    scale(at + "embeddings.LayerNorm");
    for (int i = 0; i < LAYERS; i++) {
      String layer = at + "encoder.layer." + i + ".";
      for (String name : names.split(" ")) {
        dense(layer + "attention." + name, WIDTH, WIDTH);
      }
      dense(layer + "attention.output.dense", WIDTH, WIDTH);
      scale(layer + "attention.output.LayerNorm");
      dense(layer + "intermediate.dense", INNER, WIDTH);
      dense(layer + "output.dense", WIDTH, INNER);
      scale(layer + "output.LayerNorm");
    }
  }

  private void distil() {
    table("distilbert.embeddings.word_embeddings.weight", WORDS);
    table("distilbert.embeddings.position_embeddings.weight", 34);
    scale("distilbert.embeddings.LayerNorm");
    for (int i = 0; i < LAYERS; i++) {
      String layer = "distilbert.transformer.layer." + i + ".";
      for (String name : List.of("q_lin", "k_lin", "v_lin", "out_lin")) {
        dense(layer + "attention." + name, WIDTH, WIDTH);
      }
      scale(layer + "sa_layer_norm");
      dense(layer + "ffn.lin1", INNER, WIDTH);
      dense(layer + "ffn.lin2", WIDTH, INNER);
      scale(layer + "output_layer_norm");
    }
  }

  private void head(String pooler, String classes) {
    dense(pooler, WIDTH, WIDTH);
    dense(classes, 3, WIDTH);
  }

  private void table(String name, int rows) {
    tensors.put(name, Tensor.of(values(rows * WIDTH, 1), rows, WIDTH));
  }

  private void dense(String name, int out, int in) {
    tensors.put(name + ".weight", Tensor.of(values(out * in, .4), out, in));
    tensors.put(name + ".bias", Tensor.of(values(out, .2), out));
  }

  private void scale(String name) {
    float[] ones = values(WIDTH, .1);
    for (int i = 0; i < WIDTH; i++) {
      ones[i] += 1;
    }
    tensors.put(name + ".weight", Tensor.of(ones, WIDTH));
    tensors.put(name + ".bias", Tensor.of(values(WIDTH, .1), WIDTH));
  }

  private float[] values(int count, double scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  /** Words of one token each, split at blanks; unknown words are [UNK]. */
  static String tokenizer(String type) {
    boolean roberta = type.equals("roberta");
    StringBuilder vocabulary = new StringBuilder();
    List<String> special =
        roberta
            ? List.of("<s>", "<pad>", "</s>", "[UNK]")
            : List.of("[CLS]", "[PAD]", "[SEP]", "[UNK]");
    for (int i = 0; i < WORDS; i++) {
      String word = i < special.size() ? special.get(i) : "w" + i;
      vocabulary.append(i == 0 ? "" : ",").append('"').append(word).append("\":").append(i);
    }
    StringBuilder added = new StringBuilder();
    for (int i = 0; i < special.size(); i++) {
      added
          .append(i == 0 ? "" : ",")
          .append(
              """
              {"id":%d,"content":"%s","single_word":false,"lstrip":false,"rstrip":false,\
              "normalized":false,"special":true}\
              """
                  .formatted(i, special.get(i)));
    }
    return """
    {"version":"1.0","truncation":null,"padding":null,"added_tokens":[%s],"normalizer":null,
    "pre_tokenizer":{"type":"WhitespaceSplit"},"post_processor":null,"decoder":null,
    "model":{"type":"WordLevel","vocab":{%s},"unk_token":"[UNK]"}}\
    """
        .formatted(added, vocabulary);
  }
}
