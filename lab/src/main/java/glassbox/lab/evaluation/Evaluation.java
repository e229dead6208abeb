package glassbox.lab.evaluation;

import glassbox.engine.federation.Member;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.text.Tokenizer;
import glassbox.lab.training.ExampleEncoder;
import glassbox.lab.world.World;
import glassbox.lab.world.facts.Domain;
import glassbox.lab.world.task.Instance;
import glassbox.lab.world.task.Split;
import glassbox.ledger.block.Combination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exact match on held-out questions without a context, per domain: greedy, from what the prompt
 * says and the models know. In worked answers the tools' outputs are given, as a server gives them.
 */
final class Evaluation {

  private final List<Member> members;
  private final Map<String, Combination> combinations;
  private final ExampleEncoder encoder;
  private final SpecialistOf specialistOf;

  /**
   * @param members the specialists in the federation's order
   * @param combinations ways to join them, by the name to print
   * @param specialistOf who is to know a domain
   */
  Evaluation(
      List<Member> members,
      Map<String, Combination> combinations,
      Tokenizer tokenizer,
      SpecialistOf specialistOf) {
    this.members = List.copyOf(members);
    this.combinations = new LinkedHashMap<>(combinations);
    this.encoder = new ExampleEncoder(tokenizer);
    this.specialistOf = specialistOf;
  }

  /** Id of the member that is to know a domain. */
  @FunctionalInterface
  interface SpecialistOf {
    String of(Domain domain);
  }

  /** Asks up to {@code most} questions of each domain. */
  List<DomainResult> run(World world, Split split, int most, long seed) {
    var results = new ArrayList<DomainResult>();
    for (Domain domain : Domain.values()) {
      List<Instance> closed =
          world.source().distinct(domain, split, 2 * most, seed).stream()
              .filter(task -> task.context().isEmpty())
              .limit(most)
              .toList();
      results.add(domain(domain, closed));
    }
    return results;
  }

  private DomainResult domain(Domain domain, List<Instance> tasks) {
    var counts = new Counts(members, combinations, specialistOf.of(domain));
    var matcher = new ExactMatch(members);
    for (Instance task : tasks) {
      var answer = new JudgedAnswer(encoder.labelled(task.text(), false));
      List<SpecialistLogProbs> positions = matcher.forward(answer);
      counts.add(answer, positions);
    }
    return counts.result(domain, tasks.size());
  }
}
