package glassbox.lab.evaluation;

import glassbox.engine.federation.Member;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.engine.text.Tokenizer;
import glassbox.engine.training.Example;
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

/** Exact match on the validation questions, per domain. */
public final class Evaluation {

  private static final int MOST_QUESTIONS = 150;

  private final List<Member> members;
  private final Map<String, Combination> combinations;
  private final ExampleEncoder encoder;

  /**
   * @param members the specialists in the federation's order
   * @param combinations ways to join them, by the name to print
   */
  public Evaluation(
      List<Member> members, Map<String, Combination> combinations, Tokenizer tokenizer) {
    this.members = List.copyOf(members);
    this.combinations = new LinkedHashMap<>(combinations);
    this.encoder = new ExampleEncoder(tokenizer);
  }

  /**
   * Results of one domain.
   *
   * @param domain the field
   * @param questions number of questions asked
   * @param exact answers exactly right, by member id or combination
   * @param shares mean share of each member in the first combination's answers
   */
  public record DomainResult(
      Domain domain, int questions, Map<String, Integer> exact, Map<String, Double> shares) {

    public DomainResult {
      exact = new LinkedHashMap<>(exact);
      shares = new LinkedHashMap<>(shares);
    }
  }

  /** Asks every domain's validation questions, at most 150 a domain, evenly spread. */
  public List<DomainResult> run(World world) {
    var results = new ArrayList<DomainResult>();
    for (Domain domain : Domain.values()) {
      results.add(domain(domain, questions(world, domain)));
    }
    return results;
  }

  private static List<Instance> questions(World world, Domain domain) {
    return world.source().distinct(domain, Split.VALIDATION, MOST_QUESTIONS, 1);
  }

  private DomainResult domain(Domain domain, List<Instance> dialogues) {
    var exact = new LinkedHashMap<String, Integer>();
    var shares = new LinkedHashMap<String, Double>();
    members.forEach(member -> exact.put(member.id(), 0));
    combinations.keySet().forEach(name -> exact.put(name, 0));
    var matcher = new ExactMatch(members);
    for (Instance dialogue : dialogues) {
      Example example = encoder.labelled(dialogue.text(), false).example();
      List<SpecialistLogProbs> positions = matcher.forward(example);
      for (int i = 0; i < members.size(); i++) {
        count(exact, members.get(i).id(), ExactMatch.alone(i, positions, example));
      }
      boolean first = true;
      for (Map.Entry<String, Combination> entry : combinations.entrySet()) {
        ExactMatch.Joined joined = ExactMatch.joined(entry.getValue(), positions, example);
        count(exact, entry.getKey(), joined.exact());
        if (first) {
          add(shares, joined.shares(), dialogues.size());
        }
        first = false;
      }
    }
    return new DomainResult(domain, dialogues.size(), exact, shares);
  }

  private void add(Map<String, Double> shares, double[] now, int questions) {
    for (int i = 0; i < now.length; i++) {
      shares.merge(members.get(i).id(), now[i] / questions, Double::sum);
    }
  }

  private static void count(Map<String, Integer> counts, String name, boolean hit) {
    counts.merge(name, hit ? 1 : 0, Integer::sum);
  }
}
