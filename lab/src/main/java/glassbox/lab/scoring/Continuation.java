package glassbox.lab.scoring;

import glassbox.engine.forward.Forward;
import glassbox.engine.forward.ForwardSession;
import glassbox.engine.mixture.Combiner;
import glassbox.engine.mixture.Draw;
import glassbox.engine.mixture.Sampler;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.ledger.block.Combination;
import glassbox.ledger.block.SamplerSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model says after a prompt.
 *
 * @param promptIds ids of the prompt; special-token strings become special tokens
 * @param ids new ids, the end token included where there is one
 * @param text the new text without special tokens
 */
public record Continuation(List<Integer> promptIds, List<Integer> ids, String text) {

  public Continuation {
    promptIds = List.copyOf(promptIds);
    ids = List.copyOf(ids);
  }

  /**
   * Continues a prompt by at most {@code maxNewTokens}, or until an end token or the context's end.
   *
   * @throws IllegalArgumentException when the prompt is empty or fills the context
   */
  public static Continuation of(
      LoadedModel model, String prompt, int maxNewTokens, SamplerSettings settings) {
    int[] promptIds = model.tokenizer().encodeWithSpecials(prompt);
    if (promptIds.length == 0 || promptIds.length >= model.contextLength()) {
      throw new IllegalArgumentException(
          "a prompt of "
              + promptIds.length
              + " tokens does not fit a context of "
              + model.contextLength());
    }
    var ids = new ArrayList<Integer>();
    var sampler = new Sampler(settings);
    var combiner = new Combiner(Combination.Mixture.uniform(1));
    int limit = Math.min(maxNewTokens, model.contextLength() - promptIds.length);
    try (ForwardSession session = model.open(false)) {
      int[] next = promptIds;
      while (ids.size() < limit) {
        Forward forward = session.append(new int[][] {next});
        var logProbs =
            new SpecialistLogProbs(
                new float[][] {forward.logProbs()},
                new int[] {forward.offset(0, 0)},
                forward.vocabularySize());
        Draw draw = sampler.draw(combiner.join(logProbs));
        ids.add(draw.tokenId());
        if (model.ends(draw.tokenId())) {
          break;
        }
        next = new int[] {draw.tokenId()};
      }
    }
    return new Continuation(boxed(promptIds), ids, text(model, ids));
  }

  private static String text(LoadedModel model, List<Integer> ids) {
    int[] plain =
        ids.stream()
            .filter(id -> !model.tokenizer().isSpecial(id))
            .mapToInt(Integer::intValue)
            .toArray();
    return model.tokenizer().decode(plain);
  }

  private static List<Integer> boxed(int[] ids) {
    return Arrays.stream(ids).boxed().toList();
  }
}
