package glassbox.lab.evaluation;

import glassbox.engine.federation.Member;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.text.Tokenizer;
import glassbox.lab.results.Provenance;
import glassbox.lab.results.ResultFile;
import glassbox.lab.training.ExampleEncoder;
import glassbox.lab.world.label.Concept;
import glassbox.lab.world.label.ConceptType;
import glassbox.lab.world.text.Echoes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How often each model copies a number of three to five digits, which is several tokens, from its
 * prompt: greedily, token by token. A worked answer that copies a number wrongly is wrong whatever
 * else the model knows.
 *
 * @param models folder of the model directories
 * @param seed of the numbers
 * @param numbers how many are asked in each form
 */
public record Copying(Path models, long seed, int numbers) {

  private static final int FEWEST_DIGITS = 3;
  private static final int MOST_DIGITS = 5;

  public Copying {
    if (numbers < 1) {
      throw new IllegalArgumentException("at least one number must be asked, not " + numbers);
    }
  }

  /** Asks all and writes {@code copying.json}. */
  public List<Copied> write(Path directory, String command) throws IOException {
    try (DemoModels loaded = DemoModels.load(models)) {
      var results = new ArrayList<Copied>();
      for (CopyForm form : CopyForm.values()) {
        results.addAll(asked(form, loaded.members(), loaded.tokenizer()));
      }
      Provenance provenance = Provenance.here(command);
      var document = new LinkedHashMap<String, Object>();
      document.put("seed", seed);
      document.put("command", provenance.command());
      document.put("commit", provenance.commit());
      document.put("machine", provenance.machine());
      document.put("results", results.stream().map(Copied::document).toList());
      ResultFile.write(directory, "copying", document);
      return results;
    }
  }

  private List<Copied> asked(CopyForm form, List<Member> members, Tokenizer tokenizer) {
    var encoder = new ExampleEncoder(tokenizer);
    var matcher = new ExactMatch(members);
    RandomGenerator random = new SplittableRandom(seed);
    var first = new int[members.size()];
    var whole = new int[members.size()];
    for (int asked = 0; asked < numbers; asked++) {
      var answer =
          new JudgedAnswer(encoder.labelled(form.text(number(random), number(random)), false));
      int[] copied = copied(answer);
      List<SpecialistLogProbs> positions = matcher.forward(answer);
      for (int i = 0; i < whole.length; i++) {
        int right = right(i, copied, positions, answer);
        first[i] += right > 0 ? 1 : 0;
        whole[i] += right == copied.length ? 1 : 0;
      }
    }
    return IntStream.range(0, whole.length)
        .mapToObj(i -> new Copied(form, members.get(i).id(), numbers, first[i], whole[i]))
        .toList();
  }

  /** Indices of the ids that make up the number that is looked at. */
  private static int[] copied(JudgedAnswer answer) {
    return answer
        .judged()
        .filter(
            at ->
                answer.text().concepts().get(at).stream()
                    .map(Concept::type)
                    .anyMatch(ConceptType.NUMBER::equals))
        .toArray();
  }

  /** How many of the ids a member gets right before its first error. */
  private static int right(
      int member, int[] copied, List<SpecialistLogProbs> positions, JudgedAnswer answer) {
    int right = 0;
    while (right < copied.length
        && ExactMatch.leads(
            member, positions.get(copied[right] - 1), answer.ids()[copied[right]])) {
      right++;
    }
    return right;
  }

  private static String number(RandomGenerator random) {
    return Echoes.digits(random, FEWEST_DIGITS, MOST_DIGITS);
  }

  /**
   * What one model copied of the numbers asked in one form.
   *
   * @param numbers asked
   * @param first numbers whose first token was right
   * @param whole numbers whose every token was right
   */
  public record Copied(CopyForm form, String model, int numbers, int first, int whole) {

    private Map<String, Object> document() {
      var document = new LinkedHashMap<String, Object>();
      document.put("form", form.id());
      document.put("model", model);
      document.put("numbers", numbers);
      document.put("first_token_right", first);
      document.put("all_tokens_right", whole);
      return document;
    }
  }
}
