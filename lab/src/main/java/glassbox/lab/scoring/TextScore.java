package glassbox.lab.scoring;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.forward.LayerTrace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What a model makes of a text.
 *
 * @param ids the text's token ids; special-token strings become special tokens
 * @param tokenLogProbs log-probability of each id after the first, in nats
 * @param lastLogits raw logits after the last id, one a vocabulary entry
 * @param hiddenNorms at the last position: embedding, then each layer, the last after the final
 *     norm
 * @param routerProbabilities at the last position, per layer; empty where a layer is dense
 */
public record TextScore(
    List<Integer> ids,
    List<Double> tokenLogProbs,
    List<Double> lastLogits,
    List<Double> hiddenNorms,
    List<List<Double>> routerProbabilities) {

  public TextScore {
    ids = List.copyOf(ids);
    tokenLogProbs = List.copyOf(tokenLogProbs);
    lastLogits = List.copyOf(lastLogits);
    hiddenNorms = List.copyOf(hiddenNorms);
    routerProbabilities = List.copyOf(routerProbabilities);
  }

  /**
   * Scores a text.
   *
   * @throws IllegalArgumentException when the text is empty or longer than the context
   */
  public static TextScore of(LoadedModel model, String text) {
    int[] ids = model.tokenizer().encodeWithSpecials(text);
    if (ids.length == 0) {
      throw new IllegalArgumentException("the text is empty");
    }
    try (ForwardSession session = model.open(true)) {
      int before = ids.length - 1;
      List<Double> tokenLogProbs =
          before == 0
              ? List.of()
              : tokenLogProbs(session.appendAll(new int[][] {Arrays.copyOf(ids, before)}), ids);
      Forward last = session.append(new int[][] {{ids[before]}});
      LayerTrace trace = last.trace(0).orElseThrow();
      float[] logits = last.logits(0, 0).orElseThrow();
      return new TextScore(
          IntStream.of(ids).boxed().toList(),
          tokenLogProbs,
          IntStream.range(0, logits.length).mapToObj(i -> (double) logits[i]).toList(),
          doubles(trace.norms()),
          trace.routerProbabilities().stream().map(TextScore::doubles).toList());
    }
  }

  private static List<Double> tokenLogProbs(Forward forward, int[] ids) {
    return IntStream.range(1, ids.length)
        .mapToObj(i -> (double) forward.logProbs()[forward.offset(0, i - 1) + ids[i]])
        .toList();
  }

  private static List<Double> doubles(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Field names and values in the order they are printed. */
  public Map<String, Object> document() {
    var document = new LinkedHashMap<String, Object>();
    document.put("ids", ids);
    document.put("token_log_probs", tokenLogProbs);
    document.put("last_logits", lastLogits);
    document.put("hidden_norms_last_position", hiddenNorms);
    document.put("router_probs_last_position", routerProbabilities);
    return document;
  }
}
