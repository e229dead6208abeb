package glassbox.lab.evaluation;

import glassbox.engine.federation.Member;
import glassbox.engine.mixture.SpecialistLogProbs;
import glassbox.lab.world.facts.Domain;
import glassbox.ledger.block.Combination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of one domain while its questions are asked. */
final class Counts {

  private final List<Member> members;
  private final Map<String, Combination> combinations;
  private final String specialist;
  private final Map<String, Integer> exact = new LinkedHashMap<>();
  private final Map<String, Integer> led = new LinkedHashMap<>();
  private final Map<String, Double> share = new LinkedHashMap<>();
  private int knowledge;

  Counts(List<Member> members, Map<String, Combination> combinations, String specialist) {
    this.members = members;
    this.combinations = combinations;
    this.specialist = specialist;
    members.forEach(member -> exact.put(member.id(), 0));
    combinations.keySet().forEach(name -> exact.put(name, 0));
  }

  void add(JudgedAnswer answer, List<SpecialistLogProbs> positions) {
    for (int i = 0; i < members.size(); i++) {
      boolean hit = ExactMatch.alone(i, positions, answer);
      exact.merge(members.get(i).id(), hit ? 1 : 0, Integer::sum);
    }
    int own = members.stream().map(Member::id).toList().indexOf(specialist);
    int known = 0;
    for (Map.Entry<String, Combination> entry : combinations.entrySet()) {
      ExactMatch.Joined joined = ExactMatch.joined(entry.getValue(), positions, answer);
      exact.merge(entry.getKey(), joined.exact() ? 1 : 0, Integer::sum);
      led.merge(entry.getKey(), joined.led()[own], Integer::sum);
      share.merge(entry.getKey(), joined.shares()[own], Double::sum);
      known = joined.knowledge();
    }
    knowledge += known;
  }

  DomainResult result(Domain domain, int questions) {
    share.replaceAll((name, sum) -> knowledge == 0 ? 0 : sum / knowledge);
    return new DomainResult(domain, specialist, questions, exact, knowledge, led, share);
  }
}
