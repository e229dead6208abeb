package glassbox.lab.evaluation;

import glassbox.engine.federation.Member;
import glassbox.lab.results.Bar;
import glassbox.lab.results.Provenance;
import glassbox.lab.training.DemoTraining;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Split;
import glassbox.ledger.block.Combination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The closed-book experiment: what the base, each specialist and the joined models answer exactly
 * right, and whether the specialist of a domain brings what must be known there.
 *
 * @param models folder of the model directories
 * @param world seed of the facts
 * @param seed of the questions
 * @param questions most questions of a domain
 */
public record ClosedBook(Path models, long world, long seed, int questions) {

  /** The combination that the bars speak of. */
  static final String MIXTURE = "mixture";

  /** Asks the test questions and writes {@code evaluate-closed-book} as JSON, page and figure. */
  public List<Bar> write(Path directory, String command) throws IOException {
    try (DemoModels loaded = DemoModels.load(models)) {
      List<Member> members = loaded.members();
      Map<String, Combination> combinations = combinations(members.size());
      var evaluation =
          new Evaluation(members, combinations, loaded.tokenizer(), ClosedBook::specialist);
      List<DomainResult> results = evaluation.run(World.of(world), Split.TEST, questions, seed);
      var findings =
          new Findings(results, members.stream().map(Member::id).toList(), combinations.keySet());
      new ClosedBookReport(findings, seed, Provenance.here(command)).write(directory);
      return findings.bars();
    }
  }

  /** The specialist of a domain; where none was trained, the base is to know. */
  static String specialist(Domain domain) {
    if (domain == Domain.FINANCE) {
      return DemoTraining.FINANCE;
    }
    return DemoTraining.ADAPTERS.entrySet().stream()
        .filter(adapter -> adapter.getValue() == domain)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(DemoTraining.BASE);
  }

  private static Map<String, Combination> combinations(int members) {
    var combinations = new LinkedHashMap<String, Combination>();
    var even = Collections.nCopies(members, -Math.log(members));
    combinations.put(MIXTURE, Combination.Mixture.uniform(members));
    combinations.put("prefix_updated", new Combination.PrefixUpdated(even));
    combinations.put("product", new Combination.Product(Collections.nCopies(members, 1.0)));
    return combinations;
  }
}
